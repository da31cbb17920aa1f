using System.Globalization;
using RsmConformance.Adapters.Reference;
using RsmConformance.Cli.Inputs;
using RsmConformance.Defects;
using RsmConformance.Harness.Discrimination;

namespace RsmConformance.Benchmarks;

/// <summary>The self-test: the whole catalogue, and how the time grows with the number of defects.</summary>
internal static class HuntTimes
{
    public static IEnumerable<(string What, string Result)> All()
    {
        Suite suite = Suite.Load();
        Mutant[] mutants = [.. DefectCatalogue.All.Select(SeededDefect.ToMutant)];
        Hunt(suite, mutants);
        TimeSpan whole = Timing.Once(() => Hunt(suite, mutants));
        yield return (
            string.Create(CultureInfo.InvariantCulture, $"self-test: {mutants.Length} defects, each until its first right kill, warm"),
            string.Create(CultureInfo.InvariantCulture, $"{whole.TotalSeconds:0.0} s"));
        TimeSpan quarter = Timing.Once(() => Hunt(suite, EveryNth(mutants, 4)));
        TimeSpan half = Timing.Once(() => Hunt(suite, EveryNth(mutants, 2)));
        yield return ("growth of the self-test: a quarter, half, all of the defects", string.Create(
            CultureInfo.InvariantCulture, $"{quarter / whole:0.00} : {half / whole:0.00} : 1"));
    }

    private static void Hunt(Suite suite, Mutant[] mutants)
    {
        var request = new SelfTestRequest(ToTheEnd: false, Jobs: 2 * Environment.ProcessorCount);
        SelfTestReport report = new SelfTest(suite.UnderUse, suite.Specification, BedInput.Load(null), () => new ReferenceAdapter())
            .Run(mutants, request, _ => { }, CancellationToken.None);
        if (!report.IsClean)
        {
            throw new InvalidOperationException("a defect survived: what is measured would mean nothing");
        }
    }

    // Spread over the catalogue, so that the parts have the same mixture as the whole.
    private static Mutant[] EveryNth(Mutant[] mutants, int n) => [.. mutants.Where((_, i) => i % n == 0)];
}
