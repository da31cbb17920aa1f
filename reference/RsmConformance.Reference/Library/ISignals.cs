namespace RsmConformance.Reference;

/// <summary>
/// Signals of segments and the waits for them. In an emulated process they are counts and a wait at its desk
/// (<see cref="DeskSignals"/>); in the native room they arrive on the segment's descriptor. Thread-safe.
/// </summary>
internal interface ISignals
{
    void Arrived(SegmentEntry entry, bool accumulates);

    /// <summary>Takes one signal, or waits for it.</summary>
    WaitEnd Wait(Call call, SegmentEntry entry, int timeoutMilliseconds);

    /// <summary>The segment has ended: whoever waits has nothing left to wait for.</summary>
    void Ended(SegmentEntry entry);
}
