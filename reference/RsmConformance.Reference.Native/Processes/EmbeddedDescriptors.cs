namespace RsmConformance.Reference.Native;

/// <summary>Socket pairs: a process that is a cluster of its own holds both ends.</summary>
internal sealed class EmbeddedDescriptors : ISegmentDescriptors
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, Bell> _bells = [];

    public long Open()
    {
        long made = Posix.SocketPair(out int other);
        if (made >= 0)
        {
            lock (_lock)
            {
                _bells.Add((int)made, new Bell(other));
            }
        }

        return made;
    }

    public void Close(int descriptor)
    {
        lock (_lock)
        {
            if (_bells.Remove(descriptor, out Bell? bell))
            {
                Posix.Close(bell.Other);
                Posix.Close(descriptor);
            }
        }
    }

    public void Ring(int descriptor, bool accumulates)
    {
        lock (_lock)
        {
            if (_bells.TryGetValue(descriptor, out Bell? bell)
                && (accumulates || (bell.Waiting == 0 && Posix.Unread(descriptor) == 0)))
            {
                bell.Waiting++;
                Flush(bell);
            }
        }
    }

    public void Taken(int descriptor)
    {
        lock (_lock)
        {
            if (_bells.TryGetValue(descriptor, out Bell? bell))
            {
                Flush(bell);
            }
        }
    }

    private static unsafe void Flush(Bell bell)
    {
        byte signal = 1;
        while (bell.Waiting > 0 && Posix.SendNow(bell.Other, &signal, 1) == 1)
        {
            bell.Waiting--;
        }
    }

    private sealed class Bell(int other)
    {
        public int Other { get; } = other;

        /// <summary>Signals that the socket has no room for.</summary>
        public int Waiting { get; set; }
    }
}
