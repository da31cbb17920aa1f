namespace RsmConformance.Spec;

/// <summary>Where a statement comes from.</summary>
/// <param name="Page">The manual page, such as <c>rsm_memseg_import_connect(3RSM)</c>.</param>
/// <param name="Section">The section of the page, such as <c>ERRORS</c>.</param>
public sealed record SourceCitation(string Page, string Section)
{
    /// <summary>Page and section as one line of text.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => $"{Page}, {Section}";
}
