using System.Globalization;
using RsmConformance.Abi;
using RsmConformance.Contract;
using RsmConformance.Harness.Reports;
using RsmConformance.Spec;

namespace RsmConformance.Harness.Tests.Reports;

/// <summary>A run that nobody played, with verdicts of every kind: the case is a permission that is denied beside a control.</summary>
internal static class GeneratedRun
{
    private const string Denied = "RSMERR_PERM_DENIED";
    private static readonly Specification Specification = Specification.Load();
    private static readonly string[] Assertions = [.. Specification.Assertions.Select(a => a.Id.Value)];

    private static readonly (Verdict Verdict, string? Reason, string? Words)[] Kinds =
    [
        (Verdict.Fail, ReasonCode.NotPermitted, "connect succeeded where the digit denies it"),
        (Verdict.Hang, ReasonCode.NoReturn, "the call did not come back within 5 s"),
        (Verdict.Crash, ReasonCode.Died, "the process was killed by signal 11"),
        (Verdict.Unresolved, ReasonCode.ControlFailed, "the control did not succeed"),
        (Verdict.HarnessError, ReasonCode.HarnessFault, "the agent lost its standard input"),
        (Verdict.Unsupported, ReasonCode.MissingMeans, "the bed declines second controllers"),
        (Verdict.Warn, ReasonCode.Deviation, "a documented deviation"),
        (Verdict.Observed, ReasonCode.FreeChoice, "the page leaves this open"),
    ];

    /// <summary>A run of so many cases; every hundredth is bad in turn, or in one way only when one is named.</summary>
    public static ReportInput Of(int count, Verdict? only = null, string seen = "RSM_SUCCESS")
    {
        Case[] cases = [.. Enumerable.Range(0, count).Select(MakeCase)];
        ResultLine.Ruled[] results = [.. cases.Select((c, i) => Rule(c, i, only, seen))];
        return new ReportInput(
            Header([.. cases.Select(c => c.Id)]),
            results,
            [],
            new ResultLine.Summary(count, count, 0, new Dictionary<string, int>(), false, ExitCode.Of(results, count, false, false)),
            cases.Select((c, i) => Record(c, i, results[i])).ToDictionary(e => e.Case),
            cases.ToDictionary(c => c.Id),
            Specification,
            []);
    }

    /// <summary>A run with one verdict as given.</summary>
    public static ReportInput With(Verdict verdict, Disposition disposition, string? reason = null, string? words = "words")
    {
        ReportInput run = Of(1, verdict);
        return run with
        {
            Results = [run.Results[0] with { Disposition = disposition, Reason = reason ?? run.Results[0].Reason, Words = words }],
        };
    }

    public static ResultLine.Header Header(Sequence<CaseId> planned) => new(
        1, "1.0.0", "5u1te", "librsm.so 3.1 (generated)", "1u7", "bed", "strict", "42", "run-1", planned);

    private static Case MakeCase(int i)
    {
        string assertion = Assertions[i % Assertions.Length];
        PermissionRef mode = new[] { "0400", "0200", "0600" }[i % 3];
        int digit = 2 * (i / 3 % 4);
        var identity = (IdentityClass)(i / 12 % 4);
        string list = "0" + string.Concat(Enumerable.Repeat(digit.ToString(CultureInfo.InvariantCulture), 3));
        return new Case(
            CaseId.Parse($"{assertion}/digit-{digit}/perm-{mode}/{identity.ToString().ToLowerInvariant()}-{i}"),
            "1.0.0",
            $"Ensure that mode {mode} is denied to class {identity} when its digit is {digit} (variant {i}).",
            [assertion, "connect.error.perm-denied"],
            ["strict"],
            [new Role("exporter", "B", IdentityClass.Owner, "022"), new Role("importer", "A", identity, "022")],
            [
                Call("open-b", "exporter", StepPart.Preamble, new GetController("sci0", "ctl")),
                new Step("buffer", "exporter", Step.MainThread, StepPart.Preamble, new StepAction.AllocateBuffer("mem", "2p", 1)),
                Call("create", "exporter", StepPart.Preamble, new ExportCreate("ctl", "exp", "mem", "2p", default)),
                Call("publish", "exporter", StepPart.Preamble, new ExportPublish("exp", "S1", [new AccessEntry("A", list)])),
                Call("publish-2", "exporter", StepPart.Preamble, new ExportPublish("exp2", "S2", [new AccessEntry("A", "0666")])),
                Call("open-a", "importer", StepPart.Preamble, new GetController("sci0", "ctl")),
                Call("control", "importer", StepPart.Control, new ImportConnect("ctl", "B", "S2", mode, "twin")),
                Call("connect", "importer", StepPart.Act, new ImportConnect("ctl", "B", "S1", mode, "imp")) with { ChangedFactor = "the digit: 6 in the control" },
                Call("disconnect", "importer", StepPart.Frame, new ImportDisconnect("twin")),
            ],
            [new Expectation("connect", null, [new PermittedOutcome(Denied), new PermittedOutcome("RSM_SUCCESS", "A02.granted", "D11")])]);
    }

    private static Step Call(string id, string role, StepPart part, ApiCall call) =>
        new(id, role, Step.MainThread, part, new StepAction.Call(call));

    private static ResultLine.Ruled Rule(Case testCase, int i, Verdict? only, string seen)
    {
        Verdict turn = i % 100 == 0 ? Kinds[i / 100 % Kinds.Length].Verdict : Verdict.Pass;
        Verdict verdict = only ?? turn;
        (_, string? reason, string? words) = Kinds.FirstOrDefault(k => k.Verdict == verdict);
        bool decided = verdict is Verdict.Fail or Verdict.Crash or Verdict.Hang;
        return new ResultLine.Ruled(
            testCase.Id, testCase.Assertions, VerdictName.Of(verdict), decided ? Disposition.Regression : Disposition.Ok, reason, words,
            decided ? testCase.Assertions[0] : null, decided ? StepId.Parse("connect") : default(StepId?), decided ? [Denied] : null, decided ? seen : null, null, 900 + i);
    }

    private static RecordedCase Record(Case testCase, int i, ResultLine.Ruled result)
    {
        var events = new List<TraceEvent>();
        foreach (Step step in testCase.Script)
        {
            string node = step.Role == "importer" ? "A" : "B";
            var begun = new TraceEvent(
                "run-1", testCase.Id, step.Id, 0, null, events.Count, EventKind.Invoke, node, step.Role!, step.Thread, "mono", 1000L * ((10 * i) + events.Count),
                Resolved: step.Action is StepAction.Call call ? $"{call.Api.CName}(0x7f01, 2, 0x600001, 0400)" : null);
            events.Add(begun);
            bool isBad = step.Id == "connect" && result.Observed is not null;
            events.Add(begun with
            {
                Seq = events.Count,
                Event = step.Action is StepAction.Call ? EventKind.Return : EventKind.Done,
                TimeNs = begun.TimeNs + 700,
                Resolved = null,
                Code = step.Action is not StepAction.Call ? null : step.Id == "connect" && !isBad ? 27 : 0,
                Outputs = step.Action is StepAction.Call { Api: ImportConnect } ? [new OutputSeen("imp", OutputState.Stored, null, null, true)] : null,
            });
        }

        return new RecordedCase(testCase.Id, Setup, events, null);
    }

    private static SessionSetup Setup { get; } = new(4096, new ClusterDescription([], [], 63), [], [], []);
}
