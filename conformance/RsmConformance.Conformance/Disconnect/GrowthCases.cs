using RsmConformance.Abi;
using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Disconnect;

/// <summary>Cycles of connect and disconnect, and of refused disconnects, keep nothing.</summary>
internal static class GrowthCases
{
    private const string Released = "disconnect.resource.released";

    private static readonly (MeasureKind Kind, string Word, string Role)[] Counted =
    [
        (MeasureKind.Descriptors, "descriptors", "importer"),
        (MeasureKind.HeapBlocks, "heap-blocks", "importer"),
        (MeasureKind.Mappings, "mappings", "importer"),
        (MeasureKind.ImporterRecords, "importer-records", "exporter"),
    ];

    private static readonly (string Name, string Words, Func<CaseScript, CaseScript> Use, Sequence<PermittedOutcome> End)[] Cycles =
    [
        ("plain", "disconnected", s => s, Allow.Success),
        ("mapped", "mapped, unmapped and disconnected", s => s.Map().Unmap(), Allow.Success),
        ("transferred", "used by transfers and disconnected", s => s.InitBarrier().Get().Put().DestroyBarrier(), Allow.ImplicitlyMapped),
        ("polled", "polled and disconnected", s => s.GetPollfd().ReleasePollfd(), Allow.Success),
        ("fenced", "fenced by explicit barriers and disconnected", s => s.InitBarrier().OpenBarrier().CloseBarrier().DestroyBarrier(), Allow.Success),
    ];

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        .. from cycle in Cycles from counted in Counted select Remote(cycle.Name, cycle.Words, cycle.Use, cycle.End, counted.Kind, counted.Word, counted.Role),
        .. from cycle in Cycles.Take(3) from counted in Counted select Local(cycle.Name, cycle.Words, cycle.Use, cycle.End, counted.Kind, counted.Word, counted.Role),
        .. Counted.Select(c => OfNull(c.Kind, c.Word, c.Role)),
        .. Counted.Select(c => OfMapped(c.Kind, c.Word, c.Role)),
        .. Counted.Select(c => OfPolled(c.Kind, c.Word, c.Role)),
    ];

    private static Case Remote(string name, string words, Func<CaseScript, CaseScript> use, Sequence<PermittedOutcome> end, MeasureKind kind, string word, string role) =>
        Ensure($"{Released}/{name}/{word}", $"links that are {words} again and again do not add to the {word.Replace('-', ' ')}.")
            .Pair().Buffers()
            .Act().Growth("importer", role, kind, s => s.Connect().May(Allow.Success).With(use).Disconnect().May(end)).Done();

    private static Case Local(string name, string words, Func<CaseScript, CaseScript> use, Sequence<PermittedOutcome> end, MeasureKind kind, string word, string role) =>
        Ensure($"{Released}/local-{name}/{word}", $"links on the own node that are {words} again and again do not add to the {word.Replace('-', ' ')}.")
            .Exporter("A", "loopback").Segment().Importer("A", "loopback").Buffers()
            .Act().Growth("importer", role, kind, s => s.Connect(node: "A").May(Allow.Success).With(use).Disconnect().May(end)).Done();

    private static Case OfNull(MeasureKind kind, string word, string role) =>
        Ensure($"{Released}/refused-null/{word}", $"disconnects that are refused for NULL do not add to the {word.Replace('-', ' ')}.")
            .Bears("disconnect.error.bad-seg-hndl")
            .Pair().Connect("twin").Control().Disconnect("twin")
            .Act("the handle").Growth("importer", role, kind, s => s.Disconnect("null").May(Allow.BadHandle)).Done();

    private static Case OfMapped(MeasureKind kind, string word, string role) =>
        Ensure($"{Released}/refused-mapped/{word}", $"disconnects that are refused for a map do not add to the {word.Replace('-', ' ')}.")
            .Bears("disconnect.error.seg-still-mapped")
            .Pair().Connect("twin").Connect().Map().Control().Disconnect("twin")
            .Act("the map").Growth("importer", role, kind, s => s.Disconnect().May(Allow.StillMapped)).Done();

    private static Case OfPolled(MeasureKind kind, string word, string role) =>
        Ensure($"{Released}/refused-pollfd/{word}", $"disconnects that are refused for a pollfd do not add to the {word.Replace('-', ' ')}.")
            .Bears("disconnect.error.pollfd-in-use")
            .Pair().Connect("twin").Connect().GetPollfd().Control().Disconnect("twin")
            .Act("the pollfd").Growth("importer", role, kind, s => s.Disconnect().May(Allow.PollfdHeld)).Done();
}
