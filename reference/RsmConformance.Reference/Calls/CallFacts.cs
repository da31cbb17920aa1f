namespace RsmConformance.Reference;

/// <summary>
/// What every rule may know about the call that it decides for. The values are those at the call's entry.
/// </summary>
/// <param name="Function">The function called.</param>
/// <param name="Process">The calling process, a number that is unique in the cluster.</param>
/// <param name="Node">The node id of the calling process.</param>
/// <param name="Number">The how manieth call of this function the process makes, from 1.</param>
/// <param name="InFlight">How many calls of this function the process has in progress, this one included.</param>
/// <param name="Thread">The managed id of the calling thread.</param>
public sealed record CallFacts(ApiFunction Function, int Process, uint Node, long Number, int InFlight, int Thread)
{
    /// <summary>How many calls of other functions the process has in progress.</summary>
    public int Beside { get; init; }
}
