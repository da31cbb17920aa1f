namespace RsmConformance.Contract;

/// <summary>A variable in the environment of the processes on a node.</summary>
/// <param name="Node">Symbol of the node.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public sealed record NodeVariable(string Node, string Name, string Value);
