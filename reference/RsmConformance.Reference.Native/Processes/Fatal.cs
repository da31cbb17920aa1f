namespace RsmConformance.Reference.Native;

/// <summary>The end of a process that the library brings about: only a deviation of the historical library does.</summary>
internal static class Fatal
{
    public static void Die(ProcessEnd how)
    {
        if (how == ProcessEnd.SegmentationFault)
        {
            Posix.Fault();
        }

        Environment.FailFast($"the library ends its process: {how}");
    }
}
