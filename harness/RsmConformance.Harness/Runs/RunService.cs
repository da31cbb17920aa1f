using System.Diagnostics;
using System.Globalization;
using RsmConformance.Abi;
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
    public ResultLine.Summary Execute(RunRequest request, CancellationToken stop)
    {
        AgentMessage.Welcome welcome = Greeting.Exchange(adapter, request.Settings);
        HashSet<string> means = [.. request.Bed.Means, .. welcome.Means];
        Plan plan = Planner.Make(request.Suite.Cases, request.Selection, request.Profile, means);
        CreateFolder(request.OutputFolder);
        using var trace = new LineFile<TraceLine>(Path.Combine(request.OutputFolder, TraceFile.Name));
        using var results = new LineFile<ResultLine>(Path.Combine(request.OutputFolder, ResultsName));
        WriteHeaders(request, welcome, plan, trace, results);
        var ledger = new VerdictLedger(results, observer);
        observer.Begin(plan);
        foreach (Unplayable unplayable in plan.Unplayable)
        {
            ledger.Add(MissingMeans(unplayable), 0);
        }

        var player = new CasePlayer(request, welcome.PageSize, new Judge(request.Profile), adapter, trace);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = request.Jobs };
        Parallel.ForEach(Order(plan.Playable, request), parallel, testCase =>
        {
            if (!stop.IsCancellationRequested)
            {
                long start = Stopwatch.GetTimestamp();
                ledger.Add(PlayOrBlameHarness(player, testCase), (long)Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }
        });
        bool interrupted = stop.IsCancellationRequested;
        trace.Add(new TraceLine.Footer(ledger.Results.Count - plan.Unplayable.Count, interrupted));
        return ledger.Close(plan, interrupted, request.Strict);
    }

    // Whatever goes wrong in the harness itself is a verdict on the harness: the case is not lost, and the others go on.
    private static Judgement PlayOrBlameHarness(CasePlayer player, Case testCase)
    {
        try
        {
            return player.Play(testCase);
        }
        catch (Exception e) when (e is not (UsageException or OutOfMemoryException))
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

    private static void WriteHeaders(
        RunRequest request,
        AgentMessage.Welcome welcome,
        Plan plan,
        LineFile<TraceLine> trace,
        LineFile<ResultLine> results)
    {
        Sequence<CaseId> planned = [.. plan.Planned];
        string seed = request.Seed.ToString(CultureInfo.InvariantCulture);
        trace.Add(new TraceLine.Header(
            TraceLine.SchemaVersion, request.Suite.Version, request.Suite.Digest, welcome.Iut, welcome.IutDigest,
            request.Bed.Digest, request.Profile.Name.Value, seed, request.Settings.Run, planned));
        results.Add(new ResultLine.Header(
            TraceLine.SchemaVersion, request.Suite.Version, request.Suite.Digest, welcome.Iut, welcome.IutDigest,
            request.Bed.Digest, request.Profile.Name.Value, seed, request.Settings.Run, planned));
        results.Add(plan.Excluded.Select(e => new ResultLine.Excluded(e.Case, e.Why)));
    }

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
