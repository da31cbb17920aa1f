using System.Runtime.InteropServices;

namespace RsmConformance.Reference.Native;

/// <summary>The functions of front/life.c.</summary>
internal static unsafe partial class Posix
{
    [LibraryImport(Front, EntryPoint = "system_begin_life")]
    public static partial long BeginLife(int pages);

    [LibraryImport(Front, EntryPoint = "system_watch_life")]
    public static partial long WatchLife(int pages);

    [LibraryImport(Front, EntryPoint = "system_is_over")]
    [SuppressGCTransition]
    public static partial int IsOver(nint life);

    [LibraryImport(Front, EntryPoint = "system_forget_life")]
    public static partial void ForgetLife(nint life);
}
