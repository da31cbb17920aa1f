namespace RsmConformance.Reference;

/// <summary>What the reference does where implementations may differ.</summary>
/// <param name="Choices">One permitted outcome wherever the pages leave freedom.</param>
/// <param name="Deviations">Departures from the pages that the historical implementation is known for.</param>
public sealed record Behaviour(Choices Choices, Deviations Deviations)
{
    /// <summary>Every choice at its default, no deviation.</summary>
    public static Behaviour Default { get; } = new(new Choices(), Deviations.None);

    /// <summary>Whether a deviation is switched on.</summary>
    /// <param name="deviation">The deviation.</param>
    public bool Deviates(Deviation deviation) => Deviations.Has(deviation);
}
