using RsmConformance.Abi;
using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Disconnect;

/// <summary>Disconnect of a link that ended before: by the exporter, or with its node or cable.</summary>
internal static class AfterTheEndCases
{
    private const string Forced = "disconnect.effect.after-forced";
    private const string Lost = "disconnect.effect.after-node-loss";

    private static readonly (string Name, string Words, Func<CaseScript, CaseScript> End)[] Ends =
    [
        ("unpublish", "its segment was unpublished", s => s.As("exporter").Unpublish()),
        ("destroy", "its segment was destroyed", s => s.As("exporter").Destroy()),
        ("exporter-exit", "the exporter exited", s => s.As("exporter").Exit()),
        ("exporter-killed", "the exporter was killed", s => s.Bed().Kill("exporter")),
        ("published-again", "its segment was withdrawn and published again", s => s.As("exporter").Unpublish().Publish()),
        ("id-passed-on", "its id passed to another segment", s => s.As("exporter").Unpublish().SecondSegment(id: "S1")),
    ];

    private static readonly (string Name, string Words, Fault[] Faults)[] Losses =
    [
        ("node-down", "its node stopped answering", [new Fault.NodeDown("B")]),
        ("cable-out", "its cable was pulled", [Cables.X0]),
        ("every-cable-out", "every cable to its node was pulled", [Cables.X0, Cables.X1]),
    ];

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        .. Ends.Select(e => Plain(e.Name, e.Words, e.End)),
        .. Ends.Select(e => Local(e.Name, e.Words, e.End)),
        .. Ends.Select(e => Used(e.Name, e.Words, e.End)),
        .. Ends.Select(e => MappedBefore(e.Name, e.Words, e.End)),
        .. Ends.Select(e => PollfdHeld(e.Name, e.Words, e.End)),
        EveryHandle(), NewLinkUntouched(),
        .. Losses.Select(l => AfterLoss(l.Name, l.Words, l.Faults)),
        .. Losses.Select(l => UsedAfterLoss(l.Name, l.Words, l.Faults)),
        .. Losses.Select(l => MappedAfterLoss(l.Name, l.Words, l.Faults)),
        .. Losses.Select(l => ReconnectAfterLoss(l.Name, l.Words, l.Faults)),
        .. Losses.Select(l => ExporterAfterLoss(l.Name, l.Words, l.Faults)),
    ];

    private static Case Plain(string name, string words, Func<CaseScript, CaseScript> end) =>
        Ensure($"{Forced}/{name}", $"a link can be disconnected after {words}.")
            .Pair().Connect().With(end).Act().As("importer").Disconnect().May(Allow.AfterTheEnd).Done();

    private static Case Local(string name, string words, Func<CaseScript, CaseScript> end) =>
        Ensure($"{Forced}/local-{name}", $"a link on the own node can be disconnected after {words}.")
            .Exporter("A", "loopback").Segment().Importer("A", "loopback").Connect(node: "A").With(end)
            .Act().As("importer").Disconnect().May(Allow.AfterTheEnd).Done();

    private static Case Used(string name, string words, Func<CaseScript, CaseScript> end) =>
        Ensure($"{Forced}/used-{name}", $"a link that was used can be disconnected after {words} and its loss was seen.")
            .Bears("connect.effect.forced-disconnect")
            .LinkedPair().Get().Put(offset: "1p").With(end)
            .Frame("connect.effect.forced-disconnect").As("importer").Get().May(Allow.Aborted)
            .Act().Disconnect().May(Allow.AfterTheEndImplicitlyMapped).Done();

    private static Case MappedBefore(string name, string words, Func<CaseScript, CaseScript> end) =>
        Ensure($"{Forced}/mapped-{name}", $"a link that is mapped can be unmapped and disconnected after {words}.")
            .Pair().Connect().Map().With(end).As("importer").Unmap()
            .Act().Disconnect().May(Allow.AfterTheEnd).Done();

    private static Case PollfdHeld(string name, string words, Func<CaseScript, CaseScript> end) =>
        Ensure($"{Forced}/pollfd-{name}", $"a link of which a pollfd was held can be disconnected after {words}.")
            .Pair().Connect().GetPollfd().With(end).As("importer").ReleasePollfd()
            .Act().Disconnect().May(Allow.AfterTheEnd).Done();

    private static Case EveryHandle() =>
        Ensure($"{Forced}/every-handle", "every handle of a segment that was withdrawn can be disconnected, in any order.")
            .Pair().Connect("imp1").Connect("imp2").Connect("imp3").As("exporter").Unpublish()
            .Act().As("importer").Disconnect("imp2").May(Allow.AfterTheEnd).Disconnect("imp3").May(Allow.AfterTheEnd).Disconnect("imp1").May(Allow.AfterTheEnd).Done();

    private static Case NewLinkUntouched() =>
        Ensure("disconnect.effect.siblings-untouched/old-link-of-same-id", "disconnecting a link that has ended leaves a new link with the same id alone.")
            .Bears(Forced)
            .Pair().Buffers().Connect("old").As("exporter").Unpublish().Publish().As("importer").Connect().InitBarrier()
            .Act().Disconnect("old").May(Allow.AfterTheEnd)
            .Frame("disconnect.effect.siblings-untouched").Reads().Put().As("exporter").Load("mem", Sent).As("importer").Disconnect().Done();

    private static CaseScript Broken(CaseScript script, Fault[] faults)
    {
        script.Preamble().Bed();
        foreach (Fault fault in faults)
        {
            script.Break(fault);
        }

        return script;
    }

    private static CaseScript Healed(CaseScript script, Fault[] faults)
    {
        script.Postamble().Bed();
        foreach (Fault fault in faults)
        {
            script.Heal(fault);
        }

        return script;
    }

    private static Case AfterLoss(string name, string words, Fault[] faults) =>
        Ensure($"{Lost}/{name}", $"a link can be disconnected after {words}.")
            .Pair().Connect().With(s => Broken(s, faults))
            .Act().As("importer").Disconnect().May(Allow.AfterTheEnd).With(s => Healed(s, faults)).Done();

    private static Case UsedAfterLoss(string name, string words, Fault[] faults) =>
        Ensure($"{Lost}/used-{name}", $"a link that was used can be disconnected after {words}.")
            .LinkedPair().Get().Put().With(s => Broken(s, faults))
            .Act().As("importer").Disconnect().May(Allow.AfterTheEndImplicitlyMapped).With(s => Healed(s, faults)).Done();

    private static Case MappedAfterLoss(string name, string words, Fault[] faults) =>
        Ensure($"{Lost}/mapped-{name}", $"a link that is mapped can be unmapped and disconnected after {words}.")
            .Pair().Connect().Map().With(s => Broken(s, faults)).As("importer").Unmap()
            .Act().Disconnect().May(Allow.AfterTheEnd).With(s => Healed(s, faults)).Done();

    private static Case ReconnectAfterLoss(string name, string words, Fault[] faults) =>
        Ensure($"{Lost}/reconnect-{name}", $"a link that was disconnected after {words} can be made again when all is well.")
            .Bears("disconnect.effect.reconnect")
            .Pair().Buffers().Connect().With(s => Broken(s, faults))
            .Act().As("importer").Disconnect().May(Allow.AfterTheEnd).With(s => Healed(s, faults))
            .Frame("disconnect.effect.reconnect").As("importer").Connect("again").InitBarrier("again", "bar").Reads("again").Done();

    private static Case ExporterAfterLoss(string name, string words, Fault[] faults) =>
        Ensure($"{Lost}/exporter-{name}", $"the exporter can withdraw its segment after {words} and the importer disconnected.")
            .Bears("disconnect.effect.breaks-link")
            .Pair().Connect().With(s => Broken(s, faults))
            .Act().As("importer").Disconnect().May(Allow.AfterTheEnd).With(s => Healed(s, faults))
            .Frame("disconnect.effect.breaks-link").As("exporter").Unpublish().Publish().Unpublish().Destroy().Done();
}
