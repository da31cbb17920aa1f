using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Harness.Probing;

/// <summary>
/// Checks what a bed claims before anybody believes a verdict on it: that its links carry, that processes are who they should be,
/// that every hook breaks what it says and its clear heals. It judges nothing of the implementation.
/// </summary>
/// <param name="adapter">The way to the agents, with the bed in between.</param>
/// <param name="bed">The bed.</param>
/// <param name="settings">How long a step may take.</param>
public sealed class BedProbe(IAdapter adapter, BedDescription bed, RunSettings settings)
{
    /// <summary>Says hello and checks one claim after the other.</summary>
    /// <returns>The findings, as they come.</returns>
    /// <exception cref="AdapterException">An agent does not answer, or the library is none.</exception>
    public IEnumerable<ProbeFinding> Run()
    {
        AgentMessage.Welcome welcome = Greeting.Exchange(adapter, settings);
        yield return new ProbeFinding(true, "agent", $"{welcome.Iut}, digest {welcome.IutDigest[..12]}, every public function is there");
        BedDescription real = welcome.ConfinedTo is { } self ? bed.ConfinedTo(self) : bed;
        if (welcome.ConfinedTo is not null)
        {
            yield return new ProbeFinding(true, "identities", "the agent is not root: cases that need a second user will be UNRESOLVED for want of means");
        }

        var player = new ProbePlayer(adapter, new SessionBinder(real, welcome.PageSize), settings);
        foreach (ProbeFinding finding in Identities(real, welcome.PageSize).Concat(Links(player)).Concat(Hooks(player)))
        {
            yield return finding;
        }
    }

    private IEnumerable<ProbeFinding> Identities(BedDescription real, int pageSize)
    {
        IReadOnlyDictionary<string, Identity> seen = ProbePlayer.Identities(adapter, real, pageSize, settings, out string? fault);
        foreach (IdentityBinding binding in real.Identities)
        {
            string claim = "identity " + binding.Class.ToString().ToLowerInvariant();
            yield return seen.TryGetValue(binding.Class.ToString(), out Identity? identity)
                ? new ProbeFinding(Same(identity, binding.Identity), claim, $"the system says {Words(identity)}, the bed {Words(binding.Identity)}")
                : new ProbeFinding(false, claim, fault ?? "the agent does not tell who its process is");
        }
    }

    private IEnumerable<ProbeFinding> Links(ProbePlayer player) => Scenes().Select(scene =>
        player.Codes(scene.Plain(), out string? fault).GetValueOrDefault(ProbeScene.Before) is 0
            ? new ProbeFinding(true, $"way {Words(scene)}", "a connect works")
            : new ProbeFinding(false, $"way {Words(scene)}", $"a connect does not work: {fault}; check ids, controllers and environment of the two nodes"));

    private IEnumerable<ProbeFinding> Hooks(ProbePlayer player)
    {
        ProbeScene scene = Scenes()[0];
        foreach (string name in bed.Operation.Hooks.Select(h => h.Fault))
        {
            yield return Hook(player, name, scene);
        }

        if (bed.Operation.CountImporters is not null)
        {
            IReadOnlyDictionary<string, long?> counted = player.Codes(scene.Counted(), out string? fault);
            (long? before, long? during) = (counted.GetValueOrDefault(ProbeScene.Before), counted.GetValueOrDefault(ProbeScene.During));
            yield return new ProbeFinding(
                before is not null && during == before + 1, "count_importers",
                fault ?? $"{before} before a connect, {during} while it lasts; it must be one more");
        }
    }

    private static ProbeFinding Hook(ProbePlayer player, string name, ProbeScene scene)
    {
        Fault fault = name switch
        {
            "link-down" => new Fault.LinkDown(scene.Importer, scene.Exporter),
            "node-down" => new Fault.NodeDown(scene.Exporter.Node),
            "controller-absent" => new Fault.ControllerAbsent(scene.Importer.Node, scene.Importer.Controller),
            "resource-limit" => new Fault.ResourceLimit(scene.Importer.Node),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such hook"),
        };
        IReadOnlyDictionary<string, long?> codes = player.Codes(scene.Broken(fault), out string? why);
        long? during = codes.GetValueOrDefault(ProbeScene.During);
        string claim = $"hook {name}";
        return codes.GetValueOrDefault(ProbeScene.Before) is not 0 ? new ProbeFinding(false, claim, $"a connect does not work before the fault: {why}")
            : codes.GetValueOrDefault(ProbeScene.Inject) is null ? new ProbeFinding(false, claim, $"inject could not be done: {why}")
            : during is null ? new ProbeFinding(false, claim, $"the connect after inject did not come back: {why}")
            : during is 0 ? new ProbeFinding(false, claim, "a connect still works after inject; the command does not break what it claims")
            : codes.GetValueOrDefault(ProbeScene.Clear) is null ? new ProbeFinding(false, claim, $"clear could not be done: {why}")
            : codes.GetValueOrDefault(ProbeScene.After) is not 0 ? new ProbeFinding(false, claim, $"a connect does not work after clear; the command does not heal: {why}")
            : new ProbeFinding(true, claim, $"a connect gives {OutcomeName.OfCode((int)during)} while it lasts, and works after clear");
    }

    // A bed of one node has no link: its loopback, or its first controller, stands for one.
    private IReadOnlyList<ProbeScene> Scenes()
    {
        if (bed.Cluster.Links.Count > 0)
        {
            return [.. bed.Cluster.Links.Select(l => new ProbeScene(l.Other, l.One))];
        }

        NodeDescription node = bed.Cluster.Nodes[0];
        var end = new LinkEnd(node.Symbol, node.Controllers[0].Symbol);
        return [new ProbeScene(end, end)];
    }

    private static bool Same(Identity seen, Identity claimed) =>
        seen.Uid == claimed.Uid && seen.Gid == claimed.Gid
        && seen.Groups.Where(g => g != seen.Gid).ToHashSet().SetEquals(claimed.Groups.Where(g => g != claimed.Gid));

    private static string Words(Identity identity) =>
        $"uid {identity.Uid}, gid {identity.Gid}{(identity.Groups.Count > 0 ? $", groups {string.Join(' ', identity.Groups)}" : "")}";

    private static string Words(ProbeScene scene) =>
        $"{scene.Importer.Node}.{scene.Importer.Controller} to {scene.Exporter.Node}.{scene.Exporter.Controller}";
}
