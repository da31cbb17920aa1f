using RsmConformance.Contract;
using RsmConformance.Harness.Wording;

namespace RsmConformance.Cli.Rendering;

/// <summary>Prints the steps of a script, numbered; those inside a repeat or sweep are numbered within it.</summary>
internal sealed class StepText(TextWriter to)
{
    public void Write(IEnumerable<Step> script) => Write(script, "", "  ");

    private void Write(IEnumerable<Step> script, string prefix, string indent)
    {
        int number = 0;
        foreach (Step step in script)
        {
            number++;
            string place = $"{prefix}{number}";
            to.WriteLine($"{indent}{place,-4} {step.Id}  [{PartText(step.Part)}] {WhoText(step)}{AfterText(step)}{LimitText(step)}");
            string inner = indent + "     ";
            Indented.WriteLabelled(to, inner, ActionText.Of(step.Action));
            if (step.ChangedFactor is { } factor)
            {
                Indented.WriteLabelled(to, inner + "changed: ", factor);
            }

            if (step.About is { } about)
            {
                Indented.WriteLabelled(to, inner + "about: ", about);
            }

            Write(ActionText.BodyOf(step.Action), place + ".", inner);
        }
    }

    private static string PartText(StepPart part) => part.ToString().ToLowerInvariant();

    private static string WhoText(Step step) =>
        step.Role is not { } role ? "test bed" : step.Thread == Step.MainThread ? role : $"{role}, thread {step.Thread}";

    private static string AfterText(Step step) => step.After switch
    {
        null => "",
        { Count: 0 } => ", at once",
        { } after => ", after " + string.Join(" and ", after),
    };

    private static string LimitText(Step step) => step.TimeoutMilliseconds is { } limit ? $", within {limit} ms" : "";
}
