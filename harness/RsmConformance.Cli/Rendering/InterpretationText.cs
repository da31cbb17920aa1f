using RsmConformance.Spec;

namespace RsmConformance.Cli.Rendering;

/// <summary>Prints an interpretation: the question, the readings, and which profile takes which.</summary>
internal sealed class InterpretationText(Specification specification)
{
    public void Write(TextWriter to, Interpretation interpretation)
    {
        to.WriteLine($"interpretation {interpretation.Id}: {interpretation.Title}");
        Indented.WriteLabelled(to, "  ", interpretation.Question);
        foreach (Reading reading in interpretation.Readings)
        {
            to.WriteLine($"  {reading.Id}  ({StandingText(reading.Id)})");
            Indented.WriteLabelled(to, "      ", reading.Statement);
        }
    }

    private string StandingText(ReadingId reading)
    {
        IEnumerable<string> standings = specification.Profiles.Select(profile =>
            profile.Accepts(reading) ? $"accepted by {profile.Name}"
            : profile.Tolerates(reading) is { } tolerance ? $"WARN in {profile.Name}{(tolerance.Deviation is { } d ? $", {d}" : "")}"
            : $"not by {profile.Name}");
        return string.Join("; ", standings);
    }
}
