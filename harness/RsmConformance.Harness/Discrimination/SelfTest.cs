using System.Collections.Concurrent;
using RsmConformance.Contract;
using RsmConformance.Spec;

namespace RsmConformance.Harness.Discrimination;

/// <summary>What a self-test does.</summary>
/// <param name="ToTheEnd">Whether every case is played on every mutant, also after the kill.</param>
/// <param name="Jobs">Mutants hunted at once.</param>
public sealed record SelfTestRequest(bool ToTheEnd, int Jobs);

/// <summary>What a self-test found.</summary>
/// <param name="Hunts">What became of each mutant, in the order of the catalogue.</param>
/// <param name="FalseAlarms">Cases that killed a mutant and are not green on the sound implementation either: those kills are worth nothing.</param>
/// <param name="Cases">The cases that could be played.</param>
public sealed record SelfTestReport(IReadOnlyList<Hunted> Hunts, IReadOnlyList<CaseId> FalseAlarms, IReadOnlyList<Case> Cases)
{
    /// <summary>Whether every mutant was killed for the right reason or is excused in writing.</summary>
    public bool IsClean => FalseAlarms.Count == 0 && Hunts.Count > 0
        && Hunts.All(h => h.Outcome is HuntOutcome.Killed or HuntOutcome.Excused);

    /// <summary>How many mutants ended in a way.</summary>
    /// <param name="outcome">The way.</param>
    public int Count(HuntOutcome outcome) => Hunts.Count(h => h.Outcome == outcome);
}

/// <summary>Asks of the suite what its verdicts are worth: hunts every mutant of a catalogue.</summary>
/// <param name="suite">The suite.</param>
/// <param name="specification">The specification.</param>
/// <param name="bed">The bed.</param>
/// <param name="openSound">Opens the implementation that the mutants were made from.</param>
public sealed class SelfTest(SuiteUnderUse suite, Specification specification, BedDescription bed, Func<IAdapter> openSound)
{
    /// <summary>Hunts.</summary>
    /// <param name="mutants">The mutants.</param>
    /// <param name="request">What to do.</param>
    /// <param name="done">Told of each mutant when its hunt is over, one at a time.</param>
    /// <param name="stop">Stops the hunt.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public SelfTestReport Run(IReadOnlyList<Mutant> mutants, SelfTestRequest request, Action<Hunted> done, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(mutants);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(done);
        using IAdapter sound = openSound();
        AgentMessage.Welcome welcome = Greeting.Exchange(sound, new RunSettings("selftest", RunSettings.DefaultStepLimit, 1));
        HashSet<string> means = [.. bed.Means, .. welcome.Means];
        Case[] cases = [.. suite.Cases.Where(c => means.IsSupersetOf(RequiredMeans.Of(c)))];
        var hunt = new DefectHunt(cases, specification, bed, welcome.PageSize);
        var hunted = new ConcurrentDictionary<int, Hunted>();
        var oneAtATime = new Lock();
        var options = new ParallelOptions { MaxDegreeOfParallelism = request.Jobs, CancellationToken = stop };
        Parallel.ForEach(Enumerable.Range(0, mutants.Count).OrderBy(i => mutants[i].Hangs ? 0 : 1), options, i =>
        {
            hunted[i] = hunt.Hunt(mutants[i], request.ToTheEnd, stop);
            lock (oneAtATime)
            {
                done(hunted[i]);
            }
        });
        Hunted[] hunts = [.. hunted.OrderBy(h => h.Key).Select(h => h.Value)];
        return new SelfTestReport(hunts, FalseAlarms(hunt, sound, hunts), cases);
    }

    private static CaseId[] FalseAlarms(DefectHunt hunt, IAdapter sound, IReadOnlyList<Hunted> hunts) =>
    [
        .. hunts.Select(h => h.Kill?.Case).OfType<CaseId>().Distinct()
            .Where(id => hunt.Control(sound, id) is not (Verdict.Pass or Verdict.Observed)),
    ];
}
