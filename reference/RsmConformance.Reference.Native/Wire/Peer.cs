namespace RsmConformance.Reference.Native;

/// <summary>Who is at the other end of a connection, as the kernel knows it from the moment when it was made.</summary>
/// <param name="Process">Its process id.</param>
/// <param name="Identity">Its ids.</param>
internal sealed record Peer(int Process, Identity Identity)
{
    private const int MostGroups = 65536;

    /// <summary>Null if the kernel does not say.</summary>
    public static unsafe Peer? Of(int descriptor)
    {
        uint[] groups = new uint[MostGroups];
        fixed (uint* to = groups)
        {
            long count = Posix.Peer(descriptor, out int process, out uint user, out uint group, to, MostGroups);
            return count < 0 || process <= 0 ? null : new Peer(process, new Identity(user, group, [.. groups.AsSpan(0, (int)count)]));
        }
    }
}
