using System.Diagnostics;
using System.Globalization;
using RsmConformance.Contract;
using RsmConformance.Spec;

namespace RsmConformance.Harness;

/// <summary>
/// A run from plan to exit code: plays the planned cases through an adapter, writes the evidence, judges it and writes the
/// verdicts. A case that the harness stumbles over gets HARNESS_ERROR, and the run goes on.
/// </summary>
/// <param name="adapter">The way to the implementation under test.</param>
/// <param name="observer">Who watches.</param>
public sealed class RunService(IAdapter adapter, IRunObserver observer)
{
    /// <summary>The name of the file of verdicts in an output folder.</summary>
    public const string ResultsName = "results.jsonl";

    /// <summary>Runs.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="stop">Ends the run after the cases that are under way.</param>
    /// <returns>The last line of the results.</returns>
    /// <exception cref="UsageException">A pattern matches nothing, or the folder cannot be written.</exception>
    /// <exception cref="AdapterException">The implementation could not be loaded or started.</exception>
    /// <exception cref="EvidenceException">The files cannot be written any more, or are gone.</exception>
    public ResultLine.Summary Execute(RunRequest request, CancellationToken stop)
    {
        AgentMessage.Welcome welcome = Greeting.Exchange(adapter, request.Settings);
        if (welcome.ConfinedTo is { } self)
        {
            request = request with { Bed = request.Bed.ConfinedTo(self) };
        }

        HashSet<string> means = [.. request.Bed.Means, .. welcome.Means];
        Plan plan = Planner.Make(request.Suite.Cases, request.Selection, request.Profile, means);
        ShardNote? part = null;
        if (request.Shard is { } shard)
        {
            (plan, part) = ShardPlan.Take(plan, request.Suite, shard);
        }

        RunHeaders headers = RunHeaders.Of(request, welcome, plan, part);
        Leftover? leftover = request.Resume ? Leftover.Find(request.OutputFolder, headers.Results) : null;
        return leftover is null ? Play(request, welcome, plan, headers, [], stop) : Continue(request, welcome, plan, leftover, stop);
    }

    private ResultLine.Summary Continue(
        RunRequest request, AgentMessage.Welcome welcome, Plan plan, Leftover leftover, CancellationToken stop)
    {
        // The lists of known failures may have been mended meanwhile: how a verdict counts is decided anew.
        var kept = leftover with
        {
            Results = [.. leftover.Results.Select(r =>
                r with { Disposition = request.Allowances.DispositionOf(r.Case, VerdictName.Parse(r.Verdict)) })],
        };
        RunHeaders headers = RunHeaders.Of(leftover.Header);
        kept.Tidy(request.OutputFolder, headers, Excluded(plan));
        RunRequest same = request with
        {
            Settings = request.Settings with { Run = leftover.Header.Run },
            Seed = ulong.Parse(leftover.Header.Seed, CultureInfo.InvariantCulture),
        };
        return Play(same, welcome, plan, headers, kept.Results, stop);
    }

    private ResultLine.Summary Play(
        RunRequest request,
        AgentMessage.Welcome welcome,
        Plan plan,
        RunHeaders headers,
        IReadOnlyList<ResultLine.Ruled> kept,
        CancellationToken stop)
    {
        CreateFolder(request.OutputFolder);
        bool isResumed = kept.Count > 0;
        using var trace = new LineFile<TraceLine>(Path.Combine(request.OutputFolder, TraceFile.Name), append: isResumed);
        using var results = new LineFile<ResultLine>(Path.Combine(request.OutputFolder, ResultsName), append: isResumed);
        if (!isResumed)
        {
            trace.Add(headers.Trace);
            results.Add([headers.Results, .. Excluded(plan)]);
        }

        HashSet<CaseId> done = [.. kept.Select(r => r.Case)];
        var ledger = new VerdictLedger(results, observer, request.Allowances);
        observer.Begin(plan);
        ledger.Keep(kept);
        foreach (Unplayable unplayable in plan.Unplayable.Where(u => !done.Contains(u.Case.Id)))
        {
            ledger.Add(MissingMeans(unplayable), 0);
        }

        var player = new CasePlayer(request, welcome, new Judge(request.Profile), adapter, trace);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = request.Jobs };
        Case[] open = [.. Order(plan.Playable, request).Where(c => !done.Contains(c.Id))];
        Parallel.ForEach(open, parallel, testCase =>
        {
            if (!stop.IsCancellationRequested)
            {
                long start = Stopwatch.GetTimestamp();
                ledger.Add(PlayOrBlameHarness(player, testCase), (long)Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }
        });
        bool interrupted = stop.IsCancellationRequested;
        trace.Add(new TraceLine.Footer(ledger.Results.Count - plan.Unplayable.Count, interrupted));
        ResultLine.Summary summary = ledger.Close(plan, interrupted, request.Strict);
        trace.DemandThere();
        results.DemandThere();
        return summary;
    }

    // Whatever goes wrong in the harness itself is a verdict on the harness: the case is not lost, and the others go on.
    private static Judgement PlayOrBlameHarness(CasePlayer player, Case testCase)
    {
        try
        {
            return player.Play(testCase);
        }
        catch (Exception e) when (e is not (UsageException or EvidenceException or OutOfMemoryException))
        {
            return new Judgement(
                testCase.Id, Verdict.HarnessError, [.. testCase.Assertions], ReasonCode.HarnessFault,
                $"{e.GetType().Name}: {e.Message}", null, null, [], null, [], []);
        }
    }

    private static Case[] Order(IReadOnlyList<Case> cases, RunRequest request)
    {
        Case[] order = [.. cases];
        if (request.Shuffle)
        {
            new Random((int)((request.Seed ^ (request.Seed >> 32)) & int.MaxValue)).Shuffle(order);
        }

        return order;
    }

    private static void CreateFolder(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: cannot be created ({e.Message}); give --output a folder that can be", e);
        }
    }

    private static IEnumerable<ResultLine.Excluded> Excluded(Plan plan) => plan.Excluded.Select(e => new ResultLine.Excluded(e.Case, e.Why));

    private static Judgement MissingMeans(Unplayable unplayable) => new(
        unplayable.Case.Id,
        Verdict.Unresolved,
        [.. unplayable.Case.Assertions],
        ReasonCode.MissingMeans,
        "the bed or agent lacks " + string.Join(", ", unplayable.Missing),
        null,
        null,
        [],
        null,
        [],
        []);
}
