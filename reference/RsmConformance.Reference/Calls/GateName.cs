namespace RsmConformance.Reference;

/// <summary>The points where a call can be held, overtaken or failed.</summary>
public static class GateName
{
    /// <summary>Connect: entered, nothing done.</summary>
    public const string ConnectEntry = "connect.entry";

    /// <summary>Connect: the pending import is known to its node; the request has not left.</summary>
    public const string ConnectBeforeRequest = "connect.before-request";

    /// <summary>Connect: the request has arrived at the exporter, which has not looked yet.</summary>
    public const string ConnectAtExporter = "connect.at-exporter";

    /// <summary>Connect: the exporter has checked id and access list; the importer is not recorded yet.</summary>
    public const string ConnectAfterListCheck = "connect.after-list-check";

    /// <summary>Connect: the importer is recorded; the reply has not left.</summary>
    public const string ConnectBeforeReply = "connect.before-reply";

    /// <summary>Connect: the importing node has checked the user.</summary>
    public const string ConnectAfterUserCheck = "connect.after-user-check";

    /// <summary>Connect: the controller has not been asked yet.</summary>
    public const string ConnectBeforeController = "connect.before-controller";

    /// <summary>Connect: the connection stands; the caller does not have its handle yet.</summary>
    public const string ConnectBeforeHandle = "connect.before-handle";

    /// <summary>Disconnect: entered, nothing done.</summary>
    public const string DisconnectEntry = "disconnect.entry";

    /// <summary>Disconnect: the handle is claimed; the exporter has not been told.</summary>
    public const string DisconnectBeforeFarewell = "disconnect.before-farewell";

    /// <summary>Publish: entered.</summary>
    public const string PublishEntry = "publish.entry";

    /// <summary>Publish: checked; the id is not taken yet.</summary>
    public const string PublishBeforeId = "publish.before-id";

    /// <summary>Unpublish: entered.</summary>
    public const string UnpublishEntry = "unpublish.entry";

    /// <summary>Unpublish: the id is gone; the importers have not been told.</summary>
    public const string UnpublishBeforeNotify = "unpublish.before-notify";

    /// <summary>Republish: entered.</summary>
    public const string RepublishEntry = "republish.entry";

    /// <summary>Republish: the new list holds; the importing nodes have not been told.</summary>
    public const string RepublishBeforeNotify = "republish.before-notify";

    /// <summary>Export create: entered.</summary>
    public const string CreateEntry = "create.entry";

    /// <summary>Export destroy: entered.</summary>
    public const string DestroyEntry = "destroy.entry";

    /// <summary>Rebind: entered.</summary>
    public const string RebindEntry = "rebind.entry";

    /// <summary>Map: entered.</summary>
    public const string MapEntry = "map.entry";

    /// <summary>Map: granted; the pages are not mapped yet.</summary>
    public const string MapBeforePages = "map.before-pages";

    /// <summary>Unmap: entered.</summary>
    public const string UnmapEntry = "unmap.entry";

    /// <summary>Put or get: checked; no byte moved.</summary>
    public const string TransferBeforeData = "transfer.before-data";

    /// <summary>Put or get: the data moved; the connection has not been checked.</summary>
    public const string TransferBeforeCheck = "transfer.before-check";

    /// <summary>Signal post: entered.</summary>
    public const string SignalPostEntry = "signal-post.entry";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        ConnectEntry, ConnectBeforeRequest, ConnectAtExporter, ConnectAfterListCheck, ConnectBeforeReply, ConnectAfterUserCheck,
        ConnectBeforeController, ConnectBeforeHandle, DisconnectEntry, DisconnectBeforeFarewell, PublishEntry, PublishBeforeId,
        UnpublishEntry, UnpublishBeforeNotify, RepublishEntry, RepublishBeforeNotify, CreateEntry, DestroyEntry, RebindEntry,
        MapEntry, MapBeforePages, UnmapEntry, TransferBeforeData, TransferBeforeCheck, SignalPostEntry,
    ];
}
