using RsmConformance.Contract;
using RsmConformance.Spec;

namespace RsmConformance.Harness.Discrimination;

/// <summary>
/// Plays cases on mutants until the judge attributes a bad verdict to an assertion that the mutant declares. May be used by
/// several threads.
/// </summary>
/// <param name="cases">The cases, all of which the bed and the mutants have the means for.</param>
/// <param name="specification">The profiles.</param>
/// <param name="bed">The bed.</param>
/// <param name="pageSize">Bytes in a page of the mutants.</param>
public sealed class DefectHunt(IReadOnlyList<Case> cases, Specification specification, BedDescription bed, int pageSize)
{
    private static readonly TimeSpan ShortLimit = TimeSpan.FromSeconds(1);
    private readonly SessionBinder _binder = new(bed, pageSize);
    private readonly (Case Case, Judge Judge, string Profile)[] _trials = [.. cases.SelectMany(c => TrialOf(c, specification))];

    /// <summary>Hunts a mutant.</summary>
    /// <param name="mutant">The mutant.</param>
    /// <param name="toTheEnd">Whether to play every case, also after the kill.</param>
    /// <param name="stop">Stops the hunt between two cases.</param>
    public Hunted Hunt(Mutant mutant, bool toTheEnd, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(mutant);
        var accusations = new List<Accused>();
        var faults = new List<string>();
        Accused? kill = null;
        int played = 0;
        using IAdapter adapter = mutant.Open();
        var runner = new CaseRunner(new RunSettings("selftest", mutant.Hangs ? ShortLimit : RunSettings.DefaultStepLimit, 1));
        foreach ((Case testCase, Judge judge, string profile) in _trials.OrderBy(t => Distance(t.Case, mutant)))
        {
            stop.ThrowIfCancellationRequested();
            played++;
            Judgement judgement = judge.Rule(testCase, Play(runner, adapter, testCase));
            if (judgement.Verdict == Verdict.HarnessError)
            {
                faults.Add($"{testCase.Id}: {judgement.Words}");
            }

            if (judgement is { Verdict: Verdict.Fail or Verdict.Crash or Verdict.Hang, Assertion: { } assertion })
            {
                var accused = new Accused(testCase.Id, profile, judgement.Verdict, assertion, judgement.Words ?? "");
                accusations.Add(accused);
                kill = Better(kill, accused, mutant);
            }

            if (kill is not null && !toTheEnd && IsFinal(kill, testCase, mutant))
            {
                break;
            }
        }

        return new Hunted(mutant, kill, accusations, faults, played);
    }

    /// <summary>The verdict of one case on an implementation, under the limits of the hunt for a mutant that may hang.</summary>
    /// <param name="sound">An implementation that ought to conform.</param>
    /// <param name="id">The case.</param>
    public Verdict Control(IAdapter sound, CaseId id)
    {
        var runner = new CaseRunner(new RunSettings("selftest", ShortLimit, 1));
        (Case testCase, Judge judge, _) = _trials.First(t => t.Case.Id == id);
        return judge.Rule(testCase, Play(runner, sound, testCase)).Verdict;
    }

    /// <summary>The first kill counts, unless a later one names the primary assertion.</summary>
    private static Accused? Better(Accused? kill, Accused accused, Mutant mutant) =>
        !mutant.Breaks.Contains(accused.Assertion) || kill?.Assertion == mutant.Breaks[0] ? kill
        : kill is null || accused.Assertion == mutant.Breaks[0] ? accused
        : kill;

    /// <summary>As long as there are cases about the primary assertion, one of them may yet name it.</summary>
    private static bool IsFinal(Accused kill, Case testCase, Mutant mutant) =>
        kill.Assertion == mutant.Breaks[0] || Distance(testCase, mutant) > 0;

    private RecordedCase Play(CaseRunner runner, IAdapter adapter, Case testCase)
    {
        using IAgentChannel channel = adapter.Connect();
        return runner.Play(testCase, _binder.Bind(testCase), channel);
    }

    /// <summary>Cases about the primary assertion come first, then those about the others, then all the rest.</summary>
    private static int Distance(Case testCase, Mutant mutant) =>
        testCase.Assertions.Contains(mutant.Breaks[0]) ? 0 : testCase.Assertions.Any(mutant.Breaks.Contains) ? 1 : 2;

    // The strict profile where it demands the case; else the one that does and tolerates nothing.
    private static IEnumerable<(Case, Judge, string)> TrialOf(Case testCase, Specification specification) =>
        specification.Profiles
            .Where(p => p.Name.Value != "historical" && testCase.Profiles.Contains(p.Name.Value))
            .OrderBy(p => p.Name.Value == "strict" ? 0 : 1)
            .Take(1)
            .Select(p => (testCase, new Judge(p), p.Name.Value));
}
