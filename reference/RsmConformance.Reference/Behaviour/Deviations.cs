namespace RsmConformance.Reference;

/// <summary>A set of deviations.</summary>
public sealed record Deviations
{
    private readonly UInt128 _bits;

    private Deviations(UInt128 bits) => _bits = bits;

    /// <summary>The empty set.</summary>
    public static Deviations None { get; } = new(0);

    /// <summary>The deviations switched on, in order.</summary>
    public IEnumerable<Deviation> On => Enum.GetValues<Deviation>().Where(Has);

    /// <summary>A set of these.</summary>
    /// <param name="deviations">The deviations.</param>
    public static Deviations Of(params ReadOnlySpan<Deviation> deviations)
    {
        UInt128 bits = 0;
        foreach (Deviation deviation in deviations)
        {
            bits |= UInt128.One << (int)deviation;
        }

        return new Deviations(bits);
    }

    /// <summary>Whether one is switched on.</summary>
    /// <param name="deviation">The deviation.</param>
    public bool Has(Deviation deviation) => ((_bits >> (int)deviation) & 1) != 0;

    /// <inheritdoc/>
    public override string ToString() => string.Join(" ", On);
}
