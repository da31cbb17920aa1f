namespace RsmConformance.Reference.Node;

/// <summary>What the user asked for cannot be done; the message says how to mend it.</summary>
internal sealed class UserErrorException(string message) : Exception(message);
