namespace RsmConformance.Reference.Native;

/// <summary>
/// Where the descriptors of segments come from. A signal is a byte that can be received from one, so that poll(2) sees what
/// rsm_intr_signal_wait would. Thread-safe.
/// </summary>
internal interface ISegmentDescriptors
{
    /// <summary>A new descriptor, or a negated errno.</summary>
    long Open();

    void Close(int descriptor);

    /// <summary>A signal arrives at a segment of this process.</summary>
    void Ring(int descriptor, bool accumulates);

    /// <summary>A signal has been taken: there is room for another.</summary>
    void Taken(int descriptor);
}
