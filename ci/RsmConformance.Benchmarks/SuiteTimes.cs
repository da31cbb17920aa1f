using System.Globalization;
using RsmConformance.Adapters.Reference;
using RsmConformance.Conformance;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Spec;

namespace RsmConformance.Benchmarks;

/// <summary>The suite on the reference: whole, per case, and how it grows with the number of cases.</summary>
internal static class SuiteTimes
{
    public static IEnumerable<(string What, string Result)> All()
    {
        Specification specification = Specification.Load();
        Profile strict = specification.Profiles.First(p => p.Name.Value == "strict");
        Case[] cases = [.. Catalogue.All.Where(c => c.Profiles.Contains("strict"))];
        using var bench = new PlayBench();
        TimeSpan cold = Timing.Once(() => bench.PlayAndJudge(cases, strict));
        TimeSpan warm = Timing.Median(() => bench.PlayAndJudge(cases, strict));
        TimeSpan play = Timing.Median(() => bench.Play(cases));
        yield return (string.Create(CultureInfo.InvariantCulture, $"whole suite, {cases.Length} cases, played and judged, first time in a process"), Ms(cold));
        yield return ("the same again, warm", Ms(warm));
        yield return ("of that, playing", Ms(play));
        yield return ("time per case, warm", Us(warm / cases.Length));
        TimeSpan half = Timing.Median(() => bench.PlayAndJudge(cases[..(cases.Length / 2)], strict));
        Case[] doubled = [.. cases, .. cases];
        TimeSpan twice = Timing.Median(() => bench.PlayAndJudge(doubled, strict));
        yield return ("growth: half, whole, double the cases", string.Create(
            CultureInfo.InvariantCulture, $"{half / warm:0.00} : 1 : {twice / warm:0.00}"));
    }

    public static string Ms(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms");

    public static string Us(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMicroseconds:0.0} us");

    private sealed class PlayBench : IDisposable
    {
        private readonly SessionBinder _binder = new(BedFile.Load(Path.Combine(AppContext.BaseDirectory, "reference.yaml")), Environment.SystemPageSize);
        private readonly ReferenceAdapter _adapter = new();

        public IReadOnlyList<RecordedCase> Play(IEnumerable<Case> cases) =>
        [
            .. cases.AsParallel().AsOrdered().Select(c =>
            {
                using IAgentChannel channel = _adapter.Connect();
                return new CaseRunner(new RunSettings("bench", RunSettings.DefaultStepLimit, 1)).Play(c, _binder.Bind(c), channel);
            }),
        ];

        public void Dispose() => _adapter.Dispose();

        public void PlayAndJudge(Case[] cases, Profile profile)
        {
            var judge = new Judge(profile);
            int bad = Play(cases).Zip(cases).AsParallel().Count(p => judge.Rule(p.Second, p.First).Verdict is not (Verdict.Pass or Verdict.Observed));
            if (bad > 0)
            {
                throw new InvalidOperationException($"{bad} cases went wrong: what is measured would mean nothing");
            }
        }
    }
}
