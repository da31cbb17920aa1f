using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Conformance.Connect;

/// <summary>
/// A way to have connect fail by plain calls, so that what must hold of every failure is cased for each. In the scene of all
/// of them B publishes S1 to everybody, and S2 as the way needs it.
/// </summary>
/// <param name="Name">For ids.</param>
/// <param name="Cause">In words.</param>
/// <param name="SecondList">The list of S2; null where S2 is not published.</param>
/// <param name="Call">The call that fails.</param>
/// <param name="Outcomes">What it may report.</param>
internal sealed record Refusal(
    string Name,
    string Cause,
    string? SecondList,
    Func<CaseScript, CaseScript> Call,
    Sequence<PermittedOutcome> Outcomes)
{
    /// <summary>Every way in which the caller survives and no handle can come out.</summary>
    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("null-controller", "the controller is NULL", null, s => s.Connect("bad", controller: "null"), Allow.BadController),
        new("mode-0700", "the mode is 0700", null, s => s.Connect("bad", perm: "0700"), Allow.ModeWithOtherBits),
        new("all-mode-bits", "every bit of the mode is set", null, s => s.Connect("bad", perm: "037777777777"), Allow.ModeWithOtherBits),
        new("not-published", "the id is not published", null, s => s.Connect("bad", "S2"), Allow.NotPublished),
        new("reserved-id", "the id is reserved", null, s => s.Connect("bad", "=0x1"), Allow.ReservedId),
        new("not-listed", "the node is not listed", "C:0666", s => s.Connect("bad", "S2"), Allow.NotToNode),
        new("listed-with-nothing", "the node is listed with mode 0", "A:0000", s => s.Connect("bad", "S2"), Allow.ListedWithNothing),
        new("denied", "the class is denied", "A:0466", s => s.Connect("bad", "S2"), Allow.Denied),
        new("unknown-node", "the node is unknown", null, s => s.Connect("bad", node: NodeRef.Unknown), Allow.UnknownNode),
        new("high-node", "the node id is out of range", null, s => s.Connect("bad", node: "=64"), Allow.HighNode),
        new("loopback-elsewhere", "the controller is the loopback controller", null, s => s.Connect("bad", controller: "loop"), Allow.LoopbackElsewhere),
        new("not-wired", "the controller does not lead to the node", null, s => s.Connect("bad", node: "C"), Allow.NotWired),
    ];

    /// <summary>The scene: a case begun, up to an importer that has its controllers open.</summary>
    /// <param name="assertion">The assertion.</param>
    /// <param name="purpose">What follows "Ensure that".</param>
    /// <param name="suffix">A further part of the id.</param>
    public CaseScript Scene(string assertion, string purpose, string suffix = "")
    {
        CaseScript script = CaseScript.Ensure($"{assertion}/{Name}{suffix}", purpose).Exporter().Segment();
        if (SecondList is { } list)
        {
            script.SecondSegment(list);
        }

        return script.Importer().Open("loopback", "loop");
    }

    /// <summary>The failing call as the act.</summary>
    /// <param name="script">The case so far.</param>
    public CaseScript Act(CaseScript script) => script.Act(Cause).As("importer").With(Call).May(Outcomes);
}
