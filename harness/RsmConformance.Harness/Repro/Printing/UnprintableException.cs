namespace RsmConformance.Harness.Repro;

/// <summary>A scenario cannot be said in one C program.</summary>
/// <param name="message">Why, in words.</param>
public sealed class UnprintableException(string message) : Exception(message);
