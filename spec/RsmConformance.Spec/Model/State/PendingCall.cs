using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>Something that happened to a call while it was pending.</summary>
public abstract record Disturbance
{
    private Disturbance()
    {
    }

    /// <summary>A signal reached its thread (A27).</summary>
    public sealed record Interrupted : Disturbance;

    /// <summary>The path to its node was lost (A15).</summary>
    public sealed record PathLost : Disturbance;

    /// <summary>The segment that it was to connect to was withdrawn (A30).</summary>
    /// <param name="Export">The segment as it was.</param>
    public sealed record TargetWithdrawn(ExportState Export) : Disturbance;

    /// <summary>Another call ended the handle that it uses (A33).</summary>
    public sealed record HandleEnded : Disturbance;

    /// <summary>An allocation was made to fail within it.</summary>
    public sealed record AllocationFailed : Disturbance;

    /// <summary>A fault hook was told to fail it.</summary>
    /// <param name="Error">With what.</param>
    public sealed record FailureInjected(RsmError Error) : Disturbance;
}

/// <summary>A call that was made and has not returned.</summary>
/// <param name="Key">Its name in the trace.</param>
/// <param name="Process">The process that made it.</param>
/// <param name="Call">The call.</param>
/// <param name="Handle">What its handle argument stood for when it was made.</param>
/// <param name="Disturbances">What has happened to it since.</param>
public sealed record PendingCall(
    CallKey Key,
    string Process,
    ApiCall Call,
    HandleValue Handle,
    Sequence<Disturbance> Disturbances = default)
{
    /// <summary>Where a connect looks for its segment, or a publish puts it; null for other calls and for unknown nodes.</summary>
    public PublicationKey? Target { get; init; }

    /// <summary>What the call reads and changes.</summary>
    public required Footprint Footprint { get; init; }

    /// <summary>The same call, with one more disturbance.</summary>
    /// <param name="disturbance">What happened.</param>
    /// <returns>The call.</returns>
    public PendingCall With(Disturbance disturbance) => Disturbances.Contains(disturbance)
        ? this
        : this with { Disturbances = [.. Disturbances, disturbance] };
}
