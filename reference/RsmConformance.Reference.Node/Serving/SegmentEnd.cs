namespace RsmConformance.Reference.Node;

/// <summary>The connection of a segment has ended: so has the segment, if its process has not said so before.</summary>
internal static class SegmentEnd
{
    public static void Of(Connection connection, ClientProcess process)
    {
        if (connection.Key is not { } key || !process.Segments.Remove(key) || process.HasEnded)
        {
            return;
        }

        var facts = new CallFacts(
            connection.IsImport ? ApiFunction.ImportDisconnect : ApiFunction.ExportDestroy, process.Number, process.Node.Agent.Id, 1, 1, 0);
        var call = new Call(process.Desk, facts, null);
        process.Node.Agent.Exchange(
            connection.IsImport ? new DisconnectImport(facts, key, Rules.ReleasePath.Disconnect) : new DestroyExport(facts, key), call);
    }
}
