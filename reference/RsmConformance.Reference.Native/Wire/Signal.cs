namespace RsmConformance.Reference.Native;

/// <summary>One byte, which makes a segment's descriptor readable.</summary>
internal static class Signal
{
    /// <summary>Sends one; false if there is no room.</summary>
    public static unsafe bool Send(int descriptor)
    {
        byte signal = 1;
        return Posix.SendNow(descriptor, &signal, 1) == 1;
    }
}
