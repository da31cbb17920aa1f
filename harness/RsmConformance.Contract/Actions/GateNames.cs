namespace RsmConformance.Contract;

/// <summary>
/// Named points inside a call where an implementation with gates can hold, release or fail it. An implementation without
/// them declares none, and the cases that need one are not judged on it.
/// </summary>
public static class GateNames
{
    /// <summary>Connect was entered; nothing was looked at.</summary>
    public const string ConnectEntry = "connect.entry";

    /// <summary>Connect has checked its arguments and is about to ask the exporting node.</summary>
    public const string ConnectBeforeRequest = "connect.before-request";

    /// <summary>The request has arrived at the exporting node.</summary>
    public const string ConnectAtExporter = "connect.at-exporter";

    /// <summary>The exporting node has found the segment and the importer's node in its list.</summary>
    public const string ConnectAfterListCheck = "connect.after-list-check";

    /// <summary>The user and group of the importer were found good.</summary>
    public const string ConnectAfterUserCheck = "connect.after-user-check";

    /// <summary>The answer is about to leave the exporting node.</summary>
    public const string ConnectBeforeReply = "connect.before-reply";

    /// <summary>The controller is about to make the connection.</summary>
    public const string ConnectBeforeController = "connect.before-controller";

    /// <summary>Everything is made; the handle is about to be stored.</summary>
    public const string ConnectBeforeHandle = "connect.before-handle";

    /// <summary>Disconnect was entered.</summary>
    public const string DisconnectEntry = "disconnect.entry";

    /// <summary>Disconnect is about to tell the exporting node.</summary>
    public const string DisconnectBeforeFarewell = "disconnect.before-farewell";

    /// <summary>Unpublish was entered.</summary>
    public const string UnpublishEntry = "unpublish.entry";

    /// <summary>The segment is not published any more; importers are about to be told.</summary>
    public const string UnpublishBeforeNotify = "unpublish.before-notify";

    /// <summary>The gates inside connect, in the order in which a successful call passes them.</summary>
    public static IReadOnlyList<string> OfConnect { get; } =
    [
        ConnectEntry, ConnectBeforeRequest, ConnectAtExporter, ConnectAfterListCheck, ConnectAfterUserCheck,
        ConnectBeforeReply, ConnectBeforeController, ConnectBeforeHandle,
    ];
}
