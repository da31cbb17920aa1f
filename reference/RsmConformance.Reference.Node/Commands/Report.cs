using System.Text;

namespace RsmConformance.Reference.Node;

/// <summary>What a daemon has at this moment.</summary>
internal static class Report
{
    public static string Of(Daemon daemon)
    {
        var text = new StringBuilder();
        foreach (ServedNode node in daemon.Nodes)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"node {node.Symbol} id {node.Agent.Id} exports {node.Agent.Count(MeasureKind.ExportedSegments)} published {
                node.Agent.Count(MeasureKind.PublishedIds)} imports {node.Agent.Count(MeasureKind.ImportedSegments)} importers {
                node.Agent.Count(MeasureKind.ImporterRecords)} connect-delay {node.ConnectDelay}\n");
        }

        return text.Append(System.Globalization.CultureInfo.InvariantCulture,
            $"processes {daemon.Processes} connections {daemon.Connections} memories {daemon.Pages.Count} held {daemon.Gatekeeper.Held}\n").ToString();
    }
}
