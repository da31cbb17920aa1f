namespace RsmConformance.Soak;

/// <summary>The subject has done what it must not do, or the soak could not be set up; the message says which.</summary>
internal sealed class SoakFailureException(string message) : Exception(message);
