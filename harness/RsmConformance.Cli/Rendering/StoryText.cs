using RsmConformance.Harness.Repro;

namespace RsmConformance.Cli.Rendering;

/// <summary>Prints the story of a failure. Its words may come from an implementation, so they are made safe.</summary>
internal static class StoryText
{
    public static void Write(TextWriter to, Story story)
    {
        foreach (Chapter chapter in story.Chapters)
        {
            to.WriteLine(chapter.Title);
            foreach (string line in chapter.Lines)
            {
                Indented.WriteLabelled(to, "  ", SafeText.Of(line));
            }
        }
    }
}
