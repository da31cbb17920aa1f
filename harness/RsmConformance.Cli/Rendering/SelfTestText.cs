using System.Globalization;
using RsmConformance.Contract;
using RsmConformance.Harness.Discrimination;

namespace RsmConformance.Cli.Rendering;

/// <summary>Prints what a self-test found: the rate, then everything that somebody must look at.</summary>
internal static class SelfTestText
{
    public static void Write(TextWriter to, SelfTestReport report, TimeSpan took, IReadOnlyList<string> files)
    {
        foreach (Hunted hunted in report.Hunts.Where(h => h.Outcome is not HuntOutcome.Killed))
        {
            WriteOne(to, hunted);
        }

        foreach (CaseId id in report.FalseAlarms)
        {
            to.WriteLine($"{id}: not green on the reference without a defect either; its kills are worth nothing");
        }

        int killed = report.Count(HuntOutcome.Killed);
        int total = report.Hunts.Count;
        to.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{killed} of {total} defects killed for an assertion that they break ({Percent(killed, total):0.0} %), "
            + $"{report.Count(HuntOutcome.Excused)} excused in writing, {report.Count(HuntOutcome.Survived)} survived, "
            + $"{report.Count(HuntOutcome.ExcusedButKilled)} excused and yet killed; "
            + $"{report.Hunts.Sum(h => h.Played)} cases played in {took.TotalSeconds:0.0} s"));
        foreach (string file in files)
        {
            to.WriteLine("file: " + SafeText.Of(file));
        }
    }

    private static void WriteOne(TextWriter to, Hunted hunted)
    {
        to.WriteLine($"{hunted.Mutant.Id}: {SelfTestWords.Of(hunted.Outcome)}");
        to.WriteLine($"  what is wrong: {hunted.Mutant.Sentence} ({hunted.Mutant.Rule})");
        to.WriteLine($"  declared:      {string.Join(", ", hunted.Mutant.Breaks)}");
        if (hunted.Mutant.Excuse is { } excuse)
        {
            to.WriteLine($"  excuse:        {excuse}");
        }

        foreach (Accused accused in hunted.Accusations.DistinctBy(a => a.Assertion))
        {
            to.WriteLine($"  seen instead:  {accused.Verdict.ToString().ToUpperInvariant()} {accused.Assertion} in {accused.Case}: {SafeText.Of(accused.Words)}");
        }

        foreach (string fault in hunted.Faults.Take(1))
        {
            to.WriteLine($"  harness error in {hunted.Faults.Count} cases, such as {SafeText.Of(fault)}");
        }
    }

    private static double Percent(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;
}
