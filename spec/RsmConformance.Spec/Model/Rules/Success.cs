using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>One way in which a call may succeed.</summary>
internal sealed record Success(WorldState Next, AssertionId Basis)
{
    public OutputEffect Output { get; init; }

    public MemoryImage? Data { get; init; }

    public Sequence<ReadingId> Readings { get; init; }

    public Sequence<DeviationId> Deviations { get; init; }
}
