using System.Runtime.InteropServices;

namespace RsmConformance.Reference.Native;

/// <summary>The functions of front/socket.c.</summary>
internal static unsafe partial class Posix
{
    [LibraryImport(Front, EntryPoint = "system_connect", StringMarshalling = StringMarshalling.Utf8)]
    public static partial long Connect(string path);

    [LibraryImport(Front, EntryPoint = "system_listen", StringMarshalling = StringMarshalling.Utf8)]
    public static partial long Listen(string path, uint mode);

    [LibraryImport(Front, EntryPoint = "system_accept")]
    public static partial long Accept(int descriptor);

    [LibraryImport(Front, EntryPoint = "system_send")]
    public static partial long Send(int descriptor, byte* data, nint length, int passed);

    [LibraryImport(Front, EntryPoint = "system_receive")]
    public static partial long Receive(int descriptor, byte* data, nint room, out int passed);

    [LibraryImport(Front, EntryPoint = "system_peer")]
    public static partial long Peer(int descriptor, out int process, out uint user, out uint group, uint* groups, int room);

    [LibraryImport(Front, EntryPoint = "system_watch_process")]
    public static partial long WatchProcess(int process);

    [LibraryImport(Front, EntryPoint = "system_unsent")]
    public static partial long Unsent(int descriptor);

    [LibraryImport(Front, EntryPoint = "system_events")]
    public static partial long Events();

    [LibraryImport(Front, EntryPoint = "system_events_watch")]
    public static partial long Watch(int events, int descriptor, int writable, int isNew);

    [LibraryImport(Front, EntryPoint = "system_events_wait")]
    public static partial long WaitForEvents(int events, int* pairs, int room, int milliseconds);

    [LibraryImport(Front, EntryPoint = "system_descriptor_limit")]
    public static partial long DescriptorLimit();

    [LibraryImport(Front, EntryPoint = "system_become_daemon")]
    public static partial long BecomeDaemon();
}
