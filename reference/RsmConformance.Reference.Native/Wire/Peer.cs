namespace RsmConformance.Reference.Native;

/// <summary>Who is at the other end of a connection, as the kernel knows it from the moment when it was made.</summary>
/// <param name="Process">Its process id.</param>
/// <param name="Identity">Its ids.</param>
internal sealed record Peer(int Process, Identity Identity)
{
    private const int UsualGroups = 64;
    private const int MostGroups = 65536;

    /// <summary>Null if the kernel does not say.</summary>
    public static unsafe Peer? Of(int descriptor)
    {
        uint* usual = stackalloc uint[UsualGroups];
        long count = Posix.Peer(descriptor, out int process, out uint user, out uint group, usual, UsualGroups);
        if (count < 0 || process <= 0)
        {
            return null;
        }

        uint[] groups = count <= UsualGroups ? new ReadOnlySpan<uint>(usual, (int)count).ToArray() : AllGroups(descriptor);
        return new Peer(process, new Identity(user, group, [.. groups]));
    }

    private static unsafe uint[] AllGroups(int descriptor)
    {
        uint[] groups = new uint[MostGroups];
        fixed (uint* to = groups)
        {
            return groups[..(int)Posix.Peer(descriptor, out _, out _, out _, to, MostGroups)];
        }
    }
}
