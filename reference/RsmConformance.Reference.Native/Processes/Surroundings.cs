namespace RsmConformance.Reference.Native;

/// <summary>Who this process is at this moment, as far as it decides what it may.</summary>
internal static class Surroundings
{
    private const string StatusFile = "/proc/self/status";
    private const string UmaskLine = "Umask:";

    public static unsafe Identity Identity()
    {
        int count = (int)Math.Max(0, Posix.Groups(null, 0));
        uint[] groups = new uint[count];
        fixed (uint* to = groups)
        {
            count = (int)Math.Max(0, Posix.Groups(to, count));
        }

        return new Identity((uint)Posix.User(), (uint)Posix.Group(), [.. groups[..count]]);
    }

    /// <summary>The umask, without setting it for an instant as umask(2) would.</summary>
    public static Permission Umask()
    {
        foreach (string line in File.ReadLines(StatusFile))
        {
            if (line.StartsWith(UmaskLine, StringComparison.Ordinal))
            {
                return Permission.Parse(line[UmaskLine.Length..].Trim());
            }
        }

        // A kernel that does not tell: nobody else gets anything by default.
        return new Permission(0x3F);
    }
}
