using RsmConformance.Abi;
using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Connect;

/// <summary>Connects that are interrupted or overtaken under way keep nothing.</summary>
internal static class UnderWayGrowthCases
{
    private const string NoGrowth = "connect.resource.failure-no-growth";
    private static readonly string[] Gates = [GateNames.ConnectBeforeRequest, GateNames.ConnectBeforeReply, GateNames.ConnectBeforeHandle];

    private static readonly (MeasureKind Kind, string Word, string Role)[] Counted =
    [
        (MeasureKind.Descriptors, "descriptors", "importer"),
        (MeasureKind.HeapBlocks, "heap-blocks", "importer"),
        (MeasureKind.ImporterRecords, "importer-records", "exporter"),
    ];

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        .. from gate in Gates from counted in Counted select Interrupted(gate, counted.Kind, counted.Word, counted.Role),
        .. from gate in Gates from counted in Counted.Take(2) select Overtaken(gate, counted.Kind, counted.Word, counted.Role),
    ];

    private static Case Interrupted(string gate, MeasureKind kind, string word, string role) =>
        Ensure($"{NoGrowth}/interrupted/{GateCases.Short(gate)}/{word}", $"connects ({GateCases.Short(gate)}) that a signal ends do not add to the {word.Replace('-', ' ')}.")
            .Bears("connect.error.interrupted")
            .Pair().ControlConnect().Disconnect("twin").Act().As(role).Measure(kind, "series", 0)
            .With(s => Signalled(s, gate, 1)).Act().As(role).Measure(kind, "series", 1)
            .With(s => Signalled(s, gate, 2)).Act().As(role).Measure(kind, "series", 1).May(Allow.Steady).Done();

    private static Case Overtaken(string gate, MeasureKind kind, string word, string role) =>
        Ensure($"{NoGrowth}/overtaken/{GateCases.Short(gate)}/{word}", $"connects ({GateCases.Short(gate)}) whose segment is withdrawn meanwhile do not add to the {word.Replace('-', ' ')}.")
            .Bears("connect.effect.forced-disconnect", "connect.error.interrupted", "connect.error.seg-not-published")
            .Pair().ControlConnect().Disconnect("twin").Act().As(role).Measure(kind, "series", 0)
            .With(s => Withdrawn(s, gate, 1)).Act().As(role).Measure(kind, "series", 1)
            .With(s => Withdrawn(s, gate, 2)).Act().As(role).Measure(kind, "series", 1).May(Allow.Steady).Done();

    private static CaseScript Held(CaseScript script, string gate, Sequence<PermittedOutcome> outcomes, string factor, int number) =>
        script.Preamble().Bed().Id($"hold{number}").Hold(gate)
            .Act(factor).As("importer", "t1").Id($"c{number}").After($"hold{number}").Connect($"imp{number}").May(outcomes)
            .Preamble().Bed().Id($"blocked{number}").After($"hold{number}").AwaitBlocked($"c{number}");

    // A connect that succeeds all the same has a link, which is broken; one that does not has nothing to break.
    private static CaseScript Signalled(CaseScript script, string gate, int number) =>
        Held(script, gate, Allow.Signalled, "the signal", number)
            .Id($"signal{number}").Interrupt($"c{number}").Id($"released{number}").After($"signal{number}").LetGo(gate)
            .After($"c{number}", $"released{number}")
            .Frame("connect.error.interrupted").As("importer").Disconnect($"imp{number}");

    private static CaseScript Withdrawn(CaseScript script, string gate, int number) =>
        Held(script, gate, Allow.Withdrawn, "the withdrawal", number)
            .As("exporter").Id($"over{number}").After($"blocked{number}").Unpublish()
            .Bed().Id($"over-blocked{number}").After($"blocked{number}").AwaitBlocked($"over{number}")
            .Id($"released{number}").After($"over-blocked{number}").LetGo(gate).After($"c{number}", $"over{number}", $"released{number}")
            .Frame("connect.effect.forced-disconnect").As("importer").Disconnect($"imp{number}")
            .Preamble().As("exporter").Publish();
}
