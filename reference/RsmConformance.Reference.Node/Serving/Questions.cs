namespace RsmConformance.Reference.Node;

/// <summary>Takes to the agent what a library asks it, after a look at everything that only a wrong library would say.</summary>
internal static class Questions
{
    private const int KeyBits = 32;

    public static void Ask(Daemon daemon, Connection connection, AskAgent asked)
    {
        ClientProcess process = Requests.ProcessOf(daemon, connection);
        AgentRequest request = asked.Request;
        Requests.Check(
            request.Facts.Process == process.Number && request.Facts.Node == process.Node.Agent.Id && Enum.IsDefined(request.Facts.Function),
            "speaks for another process");
        Requests.Check(IsSound(daemon, process, request), $"asks for what is not its own by {request.GetType().Name}");
        if (asked.Umask is { } umask)
        {
            process.Node.Agent.SetUmask(process.Number, umask);
        }

        if (request is CreateExport or ConnectImport)
        {
            Make(daemon, connection, process, request);
        }
        else
        {
            if (connection.Use == ConnectionUse.Unknown)
            {
                Daemon.Join(connection, process, ConnectionUse.Question);
            }

            Requests.Check(connection.Use is ConnectionUse.Questions or ConnectionUse.Question, "asks over the wrong connection");
            Requests.Check(!daemon.Gatekeeper.Holds(connection), "asks before it was answered");
            Exchange(daemon, connection, process, request);
        }
    }

    private static void Make(Daemon daemon, Connection connection, ClientProcess process, AgentRequest request)
    {
        long key = request is CreateExport create ? create.Key : ((ConnectImport)request).Key;
        Requests.Check(connection.Use == ConnectionUse.Unknown && !process.Segments.ContainsKey(key), "makes a segment twice");
        Daemon.Join(connection, process, ConnectionUse.Segment);
        connection.Key = key;
        connection.IsImport = request is ConnectImport;
        process.Segments.Add(key, connection);
        if (request is ConnectImport && process.Node.ConnectDelay > 0)
        {
            daemon.Later(connection, process.Node.ConnectDelay, () => Exchange(daemon, connection, process, request));
        }
        else
        {
            Exchange(daemon, connection, process, request);
        }
    }

    private static void Exchange(Daemon daemon, Connection connection, ClientProcess process, AgentRequest request) =>
        daemon.Gatekeeper.Run(process.Role, connection, () => Answer(daemon, connection, process, request));

    private static void Answer(Daemon daemon, Connection connection, ClientProcess process, AgentRequest request)
    {
        if (request is CreateExport or ConnectImport)
        {
            process.Node.Agent.SetIdentity(process.Number, connection.Peer.Identity);
        }

        AgentReply reply = process.Node.Agent.Exchange(request, new Call(process.Desk, request.Facts, null));
        if (connection.Use == ConnectionUse.Segment && reply.Code != RsmError.RSM_SUCCESS)
        {
            // There is nothing that the end of the connection would end.
            process.Segments.Remove(connection.Key!.Value);
        }

        daemon.Answer(connection, new AgentAnswered(reply));
    }

    private static bool IsSound(Daemon daemon, ClientProcess process, AgentRequest request) => request switch
    {
        CreateExport r => IsKey(process, r.Key) && process.Node.Controllers.Contains(r.Controller) && AreOwn(daemon, process, r.Pages, r.Held),
        RebindExport r => IsKey(process, r.Key) && AreOwn(daemon, process, r.Pages, r.Held),
        MoveExport r => IsKey(process, r.Key) && AreOwn(daemon, process, r.Held, r.Held),
        ConnectImport r => IsKey(process, r.Key) && process.Node.Controllers.Contains(r.Target.Controller)
            && (r.Found is null || Enum.IsDefined(r.Found.Value)),
        DisconnectImport r => IsKey(process, r.Key) && Enum.IsDefined(r.Path),
        PublishExport r => IsKey(process, r.Key) && IsList(r.List),
        RepublishExport r => IsKey(process, r.Key) && IsList(r.List),
        DestroyExport r => IsKey(process, r.Key),
        UnpublishExport r => IsKey(process, r.Key),
        PostSignal r => IsKey(process, r.Key),
        FindController or QueryTopology => true,
        _ => false,
    };

    private static bool IsList(Sequence<Rules.ListEntry> list) =>
        list.Count <= RsmConstants.MaxAccessList && list.All(entry => entry is not null);

    private static bool IsKey(ClientProcess process, long key) => key >> KeyBits == process.Number;

    private static bool AreOwn(Daemon daemon, ClientProcess process, PageRange pages, PageRange held) =>
        pages.Chunk == held.Chunk && daemon.Pages.Contains(process.Number, pages) && daemon.Pages.Contains(process.Number, held);
}
