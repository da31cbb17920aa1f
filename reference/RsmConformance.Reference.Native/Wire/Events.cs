namespace RsmConformance.Reference.Native;

/// <summary>Waits for descriptors that something happens at. A descriptor that is closed leaves by itself.</summary>
internal sealed class Events
{
    private const int Room = 64;
    private readonly int _events = (int)Posix.Events();
    private readonly int[] _pairs = new int[2 * Room];
    private readonly HashSet<int> _addedSince = [];

    public bool Add(int descriptor)
    {
        _addedSince.Add(descriptor);
        return Posix.Watch(_events, descriptor, 0, 1) >= 0;
    }

    /// <summary>Whether room to send counts as something that happens.</summary>
    public void WatchRoom(int descriptor, bool wanted) => Posix.Watch(_events, descriptor, wanted ? 1 : 0, 0);

    /// <summary>
    /// Waits until something happens, or so many milliseconds; -1 waits without limit. Taking one event may close descriptors and
    /// open others under their numbers, which the events that are left then do not mean: what is new is waited for anew.
    /// </summary>
    public IEnumerable<ReadyDescriptor> Wait(int milliseconds)
    {
        _addedSince.Clear();
        foreach (ReadyDescriptor ready in Happened(milliseconds))
        {
            if (!_addedSince.Contains(ready.Descriptor))
            {
                yield return ready;
            }
        }
    }

    private unsafe ReadyDescriptor[] Happened(int milliseconds)
    {
        long count;
        fixed (int* pairs = _pairs)
        {
            count = Posix.WaitForEvents(_events, pairs, Room, milliseconds);
        }

        return [.. Enumerable.Range(0, (int)Math.Max(0, count)).Select(i => new ReadyDescriptor(
            _pairs[2 * i], (_pairs[(2 * i) + 1] & 1) != 0, (_pairs[(2 * i) + 1] & 2) != 0))];
    }
}

/// <param name="Descriptor">Where something has happened.</param>
/// <param name="Receives">There is something to receive, or the end.</param>
/// <param name="Sends">There is room to send.</param>
internal sealed record ReadyDescriptor(int Descriptor, bool Receives, bool Sends);
