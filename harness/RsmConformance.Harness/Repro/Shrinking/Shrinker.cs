using System.Diagnostics;
using RsmConformance.Contract;

namespace RsmConformance.Harness.Repro;

/// <summary>
/// Reduces a failing scenario to the fewest steps, processes and threads that still fail for the same assertion. Every
/// candidate is played on the implementation; there is no chance in the order, so the same failure gives the same reduction.
/// </summary>
/// <remarks>
/// What a case itself states of a step holds in the whole scene only. So the judge of a candidate is the model alone, which
/// knows what the page permits in any scene. A failure that only the case sees is reduced as far as a conforming
/// implementation still passes.
/// </remarks>
/// <param name="player">Plays on the implementation that fails.</param>
/// <param name="control">Plays on one that conforms; null where there is none at hand.</param>
/// <param name="limits">How long it may go on.</param>
public sealed class Shrinker(Player player, Player? control, ShrinkLimits limits)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private int _plays;

    /// <summary>Reduces a scenario that fails.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="verdict">How it failed.</param>
    /// <param name="assertion">The assertion that it failed for.</param>
    /// <returns>The reduction; it says where the failure did not come again.</returns>
    /// <exception cref="AdapterException">The implementation cannot be reached.</exception>
    public Shrunk Shrink(Case scenario, Verdict verdict, string? assertion)
    {
        Played? failing = null;
        var seen = new List<string>();
        for (int i = 0; i < ShrinkLimits.Attempts && failing is null; i++)
        {
            Played played = Play(Scenario.Explicit(scenario));
            seen.Add(VerdictName.Of(played.Judgement.Verdict) + (played.Judgement.Assertion is { } named ? $" for {named}" : ""));
            failing = played.IsSameFailure(verdict, assertion) ? played : null;
        }

        if (failing is null)
        {
            return new Shrunk(scenario, null, assertion, _plays, [$"played {seen.Count} times, it did not fail so again: {string.Join("; ", seen)}"]);
        }

        var notes = new List<string>();
        Played alone = player.Judge(failing.Case with { Expected = [] }, failing.Recorded);
        Reduction reduction = alone.IsFailure && alone.Judgement.Verdict == verdict
            ? new Reduction(TryPlay, alone, candidate => alone.Judgement.Reason != ReasonCode.Growth || control is null || KeepsControl(candidate))
            : new Reduction(TryPlay, failing, KeepsControl);
        if (reduction.Smallest == failing && control is null)
        {
            notes.Add("only the case states what is permitted here, and no conforming implementation was at hand to hold smaller ones against: not reduced");
        }
        else if (!reduction.Reduce())
        {
            notes.Add($"the reduction was stopped after {_plays} plays and {Stopwatch.GetElapsedTime(_start).TotalSeconds:0} s: a smaller one may exist");
        }

        if (!Enumerable.Range(0, ShrinkLimits.Attempts - 1).All(_ => Play(reduction.Smallest.Case).IsSameFailure(verdict, reduction.Smallest.Judgement.Assertion)))
        {
            notes.Add("the reduced scenario fails at times and at times not: it depends on timing");
        }

        return new Shrunk(scenario, reduction.Smallest, assertion, _plays, notes);
    }

    private bool KeepsControl(Case candidate) => control is not null && !control.Play(candidate).IsFailure;

    private Played? TryPlay(Case candidate) =>
        _plays < limits.Plays && Stopwatch.GetElapsedTime(_start) < limits.Time ? Play(candidate) : null;

    private Played Play(Case candidate)
    {
        _plays++;
        return player.Play(candidate);
    }
}
