using RsmConformance.Abi;

namespace RsmConformance.Contract.Agent;

/// <summary>How a step ended, before it is given a number and a time.</summary>
internal sealed record StepEnd(EventKind Kind)
{
    public static StepEnd Done { get; } = new(EventKind.Done);

    public static StepEnd Faulted { get; } = new(EventKind.Faulted);

    public int? Code { get; init; }

    public Sequence<OutputSeen>? Outputs { get; init; }

    public DataSeen? Data { get; init; }

    public long? Measured { get; init; }

    public AllocationSeen? Allocation { get; init; }

    public string? Why { get; init; }

    public static StepEnd NotRun(string why) => new(EventKind.NotRun) { Why = why };
}

/// <summary>A step whose symbols have values: what it will do, in words, and how to do it.</summary>
internal sealed record PreparedStep(string Resolved, Func<StepEnd> Run)
{
    public static PreparedStep Refused(string resolved, string why) => new(resolved, () => StepEnd.NotRun(why));

    /// <summary>Something that a host may have no means for.</summary>
    public static PreparedStep Means(string resolved, Action act) => Means(resolved, () =>
    {
        act();
        return StepEnd.Done;
    });

    public static PreparedStep Means(string resolved, Func<StepEnd> act) => new(resolved, () =>
    {
        try
        {
            return act();
        }
        catch (NotSupportedException e)
        {
            return StepEnd.NotRun(e.Message);
        }
    });
}
