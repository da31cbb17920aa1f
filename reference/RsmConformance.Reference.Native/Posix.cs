using System.Runtime.InteropServices;

namespace RsmConformance.Reference.Native;

/// <summary>The functions of front/system.c. Where they can fail, a negative result is the negated errno.</summary>
internal static unsafe partial class Posix
{
    public const int NoSuchProcess = 3;
    public const int Interrupted = 4;
    public const int TryAgain = 11;
    public const int OutOfMemory = 12;
    public const int BadAddress = 14;
    public const int Invalid = 22;
    public const int TooManyOpen = 24;

    private const string Front = "rsmfront";

    /// <summary>Nothing, but in a test.</summary>
    public static string Deviations() => Marshal.PtrToStringUTF8(NamedDeviations()) ?? "";

    [LibraryImport(Front, EntryPoint = "system_deviations")]
    private static partial nint NamedDeviations();

    /// <summary>Ends the process as a load from a bad address does.</summary>
    [LibraryImport(Front, EntryPoint = "system_fault")]
    public static partial void Fault();

    [LibraryImport(Front, EntryPoint = "system_load")]
    public static partial long Load(nint address, byte* to, nint length);

    [LibraryImport(Front, EntryPoint = "system_store")]
    public static partial long Store(nint address, byte* from, nint length);

    [LibraryImport(Front, EntryPoint = "system_copy")]
    public static partial void Copy(nint to, nint from, nint length);

    [LibraryImport(Front, EntryPoint = "system_clear")]
    public static partial void Clear(nint to, nint length);

    [LibraryImport(Front, EntryPoint = "system_new_pages")]
    public static partial long NewPages(nint length, out int readOnly);

    [LibraryImport(Front, EntryPoint = "system_file_size")]
    public static partial long FileSize(int descriptor);

    [LibraryImport(Front, EntryPoint = "system_inode")]
    public static partial long Inode(int descriptor);

    [LibraryImport(Front, EntryPoint = "system_fill_pages")]
    public static partial long FillPages(int descriptor, nint from, nint length);

    [LibraryImport(Front, EntryPoint = "system_map")]
    public static partial long Map(nint address, nint length, int access, int descriptor, long offset, int isFixed);

    [LibraryImport(Front, EntryPoint = "system_unmap")]
    public static partial long Unmap(nint address, nint length);

    [LibraryImport(Front, EntryPoint = "system_make_private")]
    public static partial long MakePrivate(nint address, nint length);

    [LibraryImport(Front, EntryPoint = "system_allocate")]
    public static partial nint Allocate(nint length);

    [LibraryImport(Front, EntryPoint = "system_free")]
    public static partial void Free(nint block);

    [LibraryImport(Front, EntryPoint = "system_close")]
    public static partial long Close(int descriptor);

    [LibraryImport(Front, EntryPoint = "system_duplicate")]
    public static partial long Duplicate(int descriptor);

    [LibraryImport(Front, EntryPoint = "system_socket_pair")]
    public static partial long SocketPair(out int other);

    [LibraryImport(Front, EntryPoint = "system_shut")]
    public static partial long Shut(int descriptor);

    [LibraryImport(Front, EntryPoint = "system_send_now")]
    public static partial long SendNow(int descriptor, byte* data, nint length);

    [LibraryImport(Front, EntryPoint = "system_receive_now")]
    public static partial long ReceiveNow(int descriptor, byte* data, nint length);

    [LibraryImport(Front, EntryPoint = "system_unread")]
    public static partial long Unread(int descriptor);

    [LibraryImport(Front, EntryPoint = "system_poll")]
    public static partial long Poll(nint descriptors, nuint count, int milliseconds);

    [LibraryImport(Front, EntryPoint = "system_wait_readable")]
    public static partial long WaitReadable(int descriptor, int milliseconds);

    [LibraryImport(Front, EntryPoint = "system_groups")]
    public static partial long Groups(uint* groups, int room);

    [LibraryImport(Front, EntryPoint = "system_user")]
    public static partial long User();

    [LibraryImport(Front, EntryPoint = "system_group")]
    public static partial long Group();
}
