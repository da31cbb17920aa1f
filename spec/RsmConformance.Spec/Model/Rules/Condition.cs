using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>How a call ends when it does not succeed.</summary>
internal enum Ending
{
    Returns,
    Dies,
    Undefined,
}

/// <summary>One way in which a call may fail.</summary>
internal sealed record Failure(
    Ending Ending,
    int Code,
    AssertionId Basis,
    Sequence<ReadingId> Readings = default,
    Sequence<DeviationId> Deviations = default)
{
    /// <summary>What the failure changes; null for the rule, which is nothing.</summary>
    public Func<WorldState, WorldState>? Effect { get; init; }

    public static Failure Of(RsmError code, AssertionId basis) => new(Ending.Returns, (int)code, basis);

    public static Failure Of(RsmError code, AssertionId basis, ReadingId reading) => new(Ending.Returns, (int)code, basis, [reading]);

    public static Failure Of(RsmError code, AssertionId basis, ReadingId reading, DeviationId deviation) =>
        new(Ending.Returns, (int)code, basis, [reading], [deviation]);

    public static Failure Undefined(AssertionId basis, ReadingId reading) => new(Ending.Undefined, 0, basis, [reading]);

    public static Failure Undefined(AssertionId basis, ReadingId reading, DeviationId deviation) =>
        new(Ending.Undefined, 0, basis, [reading], [deviation]);
}

/// <summary>What a success in spite of a condition rests on.</summary>
/// <param name="Readings">The readings that permit it.</param>
/// <param name="Deviations">The deviations that it shows.</param>
/// <param name="NoEffect">Whether it means that the means had no effect.</param>
/// <param name="IsForgivenOnly">Whether at most the historical profile lets it pass.</param>
internal sealed record Escape(
    Sequence<ReadingId> Readings = default,
    Sequence<DeviationId> Deviations = default,
    bool NoEffect = false,
    bool IsForgivenOnly = false)
{
    public static readonly Escape Free = new();

    public static readonly Escape WithoutEffect = new(NoEffect: true);

    public static Escape By(ReadingId reading) => new([reading]);

    public static Escape Forgiven(ReadingId reading) => new([reading], default, false, true);

    public static Escape Forgiven(ReadingId reading, DeviationId deviation) => new([reading], [deviation], false, true);
}

/// <summary>A condition that holds and speaks against success.</summary>
/// <param name="Blamed">What is broken when the call ends in a way that the condition forbids.</param>
/// <param name="Escape">On what the call may succeed all the same; null when it must not.</param>
/// <param name="Failures">The ways in which the call may report it.</param>
internal sealed record Condition(AssertionId Blamed, Escape? Escape, params Failure[] Failures)
{
    /// <summary>Whether a success would be wrong or worth nothing.</summary>
    public bool IsCertain => Escape is null || Escape.IsForgivenOnly || Escape.NoEffect;
}
