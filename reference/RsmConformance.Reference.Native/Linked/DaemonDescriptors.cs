namespace RsmConformance.Reference.Native;

/// <summary>A segment's descriptor is its own connection to the daemon, which sends a byte for every signal.</summary>
internal sealed class DaemonDescriptors(string path) : ISegmentDescriptors
{
    public long Open() => Posix.Connect(path);

    public void Close(int descriptor) => Posix.Close(descriptor);

    /// <summary>The daemon has sent it already.</summary>
    public void Ring(int descriptor, bool accumulates)
    {
    }

    public void Taken(int descriptor)
    {
    }
}
