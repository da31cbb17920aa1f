using System.Globalization;

namespace RsmConformance.Spec.Model;

/// <summary>A state in words, for reports.</summary>
internal static class StateDescription
{
    public static IEnumerable<string> Of(WorldState state)
    {
        if (state.IsUndefined)
        {
            yield return "behaviour is undefined from here on";
        }

        IEnumerable<string> lines =
        [
            .. state.NodesDown.Entries.Select(n => $"node {n.Key} cannot be reached"),
            .. state.LinksDown.Entries.Select(l =>
                $"link {l.Key.One.Node}.{l.Key.One.Controller} to {l.Key.Other.Node}.{l.Key.Other.Controller} is down"),
            .. state.ControllersAbsent.Entries.Select(c => $"controller {c.Key.Node}.{c.Key.Controller} is gone"),
            .. state.NodesFull.Entries.Select(n => $"node {n.Key} has no room for segments"),
            .. state.Processes.Values.Select(Process),
            .. state.Exports.Values.Select(Export),
            .. state.Imports.Values.Select(Import),
            .. state.Pending.Values.Select(Pending),
            .. state.Settled.Entries.Select(s => $"{s.Key} was taken as {s.Value}"),
        ];
        foreach (string line in lines.Order(StringComparer.Ordinal))
        {
            yield return line;
        }
    }

    private static string Process(ProcessState process) => string.Create(
        CultureInfo.InvariantCulture,
        $"process {process.Facts.Name} on {process.Facts.Node}: uid {process.Facts.Identity.Uid}, gid {process.Facts.Identity.Gid}")
        + (process.DescriptorsLeft is { } left ? $", {left} descriptors left" : "");

    private static string Export(ExportState export)
    {
        string published = export.Publication is not { } p ? "not published"
            : $"published as {p.Key.Segment} to "
                + (p.List is { } list
                    ? string.Join(", ", list.Select(e => string.Create(CultureInfo.InvariantCulture, $"node {e.NodeId} {e.Mode}")))
                    : $"every node, umask {p.Umask}");
        return $"export {export.Id} through {export.Node}.{export.Controller}: {published}" + Held(export.Pollfds);
    }

    private static string Import(ImportState import)
    {
        string mapped = import.Map is { } map
            ? string.Create(CultureInfo.InvariantCulture, $", mapped {map.Perm} at {map.Offset}+{map.Length}")
            : import.MayBeMappedImplicitly ? ", perhaps mapped by the implementation" : "";
        return $"import {import.Id} of {import.Source.Segment} on {import.Source.Node}: {import.Rights}, {Word(import.Link)}"
            + mapped + Held(import.Pollfds);
    }

    private static string Pending(PendingCall call)
    {
        string disturbed = string.Join(", ", call.Disturbances.Select(d => d.GetType().Name));
        return $"pending {call.Key} of {call.Process}: {call.Call.CName}" + (disturbed.Length == 0 ? "" : $" ({disturbed})");
    }

    private static string Held(int pollfds) =>
        pollfds == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {pollfds} pollfd held");

    private static string Word(LinkState link) => link switch
    {
        LinkState.Alive => "linked",
        LinkState.PathLost => "path lost",
        LinkState.EndedByPath => "ended with its path",
        LinkState.Withdrawn => "withdrawn by the exporter",
        LinkState.SilentlyDead => "dead in silence",
        _ => throw new ArgumentOutOfRangeException(nameof(link)),
    };
}
