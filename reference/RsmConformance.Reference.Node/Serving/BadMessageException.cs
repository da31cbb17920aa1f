namespace RsmConformance.Reference.Node;

/// <summary>A client has said what no library says.</summary>
internal sealed class BadMessageException(string message) : Exception(message);
