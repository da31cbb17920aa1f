using RsmConformance.Harness;
using RsmConformance.Harness.Repro;

namespace RsmConformance.Cli.Rendering;

/// <summary>Prints what came of reducing a failure.</summary>
internal static class ReproText
{
    public static void Write(TextWriter to, Reproduction made)
    {
        Shrunk shrunk = made.Shrunk;
        to.WriteLine($"case       {shrunk.Original.Id}");
        to.WriteLine($"assertion  {shrunk.Assertion ?? "none is named"}");
        to.WriteLine($"reduced    {shrunk.Words}; {shrunk.Plays} plays");
        if (shrunk.Failing is { } failing)
        {
            Indented.WriteLabelled(to, "expected   ", SafeText.Of(failing.Judgement.Permitted.Count > 0 ? string.Join(" or ", failing.Judgement.Permitted) : "the call comes back"));
            Indented.WriteLabelled(to, "seen       ", SafeText.Of(failing.Judgement.Observed ?? failing.Judgement.Words ?? ""));
        }

        foreach (string note in made.Notes)
        {
            Indented.WriteLabelled(to, "note       ", SafeText.Of(note));
        }
    }
}
