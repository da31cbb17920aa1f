namespace RsmConformance.Spec;

/// <summary>How a deviation can be met.</summary>
public enum DeviationClass
{
    /// <summary>A case can see it on any test bed.</summary>
    Portable,

    /// <summary>The page leaves it to the implementation; it is reported and not judged.</summary>
    ImplementationDefined,

    /// <summary>Seeing it takes hardware or a hook of the test bed.</summary>
    Testbed,

    /// <summary>It follows undefined behaviour and may only be met in a process of its own.</summary>
    Undefined,

    /// <summary>It endangers the whole machine and is never provoked.</summary>
    KernelHazard,
}
