namespace RsmConformance.Spec.Loading;

/// <summary>A place in the data. Everything read keeps its own until all references are checked.</summary>
internal readonly record struct SourcePosition(string File, int? Line)
{
    public SpecificationException Fault(string problem, string mend, Exception? cause = null) =>
        new(File, Line, problem, mend, cause);

    public override string ToString() => Line is null ? File : $"{File}:{Line}";
}
