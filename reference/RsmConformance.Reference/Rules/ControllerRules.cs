namespace RsmConformance.Reference.Rules;

/// <summary>Names, references and attributes of controllers.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public class ControllerRules(Behaviour behaviour)
{
    /// <summary>Choices and deviations.</summary>
    protected Behaviour Behaviour { get; } = behaviour;

    /// <summary>
    /// Whether a name means a controller: the type in any case, the trailing digits its unit, none for 0; the loopback
    /// controller has no unit.
    /// </summary>
    /// <param name="facts">The call.</param>
    /// <param name="name">What was asked for.</param>
    /// <param name="controller">What the controller is called.</param>
    /// <param name="inUse">Whether the process holds it already.</param>
    public virtual bool Means(CallFacts facts, string name, string controller, bool inUse)
    {
        (string type, string unit) = Split(name);
        (string ownType, string ownUnit) = Split(controller);
        StringComparison comparison = Behaviour.Deviates(Deviation.D33) && !inUse
            ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return string.Equals(type, ownType, comparison)
            && (string.Equals(ownType, ControllerDescription.Loopback, StringComparison.OrdinalIgnoreCase) || unit == ownUnit);
    }

    /// <summary>The references after one more get.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="references">Those before.</param>
    public virtual int AfterGet(CallFacts facts, int references) => references + 1;

    /// <summary>The references after a release.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="references">Those before.</param>
    public virtual int AfterRelease(CallFacts facts, int references) => references - 1;

    /// <summary>Whether the release of NULL ends the process (D45).</summary>
    /// <param name="facts">The call.</param>
    public virtual bool CrashesOnNull(CallFacts facts) => Behaviour.Deviates(Deviation.D45);

    /// <summary>Why a picture of the topology is refused beyond its arguments; null if it is not.</summary>
    /// <param name="facts">The call.</param>
    public virtual RsmError? RefuseTopology(CallFacts facts) => null;

    /// <summary>The largest segment that a controller exports; 0 for no limit.</summary>
    /// <param name="isLoopback">Whether it is the loopback controller.</param>
    public virtual ulong LargestExport(bool isLoopback) => isLoopback ? 0 : 1UL << 30;

    /// <summary>The code for a length that is not whole pages (D46).</summary>
    /// <param name="facts">The call.</param>
    public virtual RsmError OddLength(CallFacts facts) => Behaviour.Deviates(Deviation.D46)
        ? RsmError.RSMERR_BAD_MEM_ALIGNMENT : RsmError.RSMERR_BAD_LENGTH;

    private static (string Type, string Unit) Split(string name)
    {
        string type = name.TrimEnd(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        string unit = name[type.Length..].TrimStart('0');
        return (type, unit);
    }
}
