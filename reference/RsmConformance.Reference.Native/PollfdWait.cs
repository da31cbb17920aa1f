using System.Buffers.Binary;

namespace RsmConformance.Reference.Native;

/// <summary>
/// rsm_intr_signal_wait_pollfd: waits until descriptors are ready, and takes one signal of every segment among them.
/// </summary>
internal sealed class PollfdWait(NativeSignals signals)
{
    public unsafe RsmError Wait(nint descriptors, nuint count, int timeout, nint ready)
    {
        long found = Posix.Poll(descriptors, count, timeout);
        if (found <= 0)
        {
            return -found switch
            {
                0 => RsmError.RSMERR_TIMEOUT,
                Posix.Interrupted => RsmError.RSMERR_INTERRUPTED,
                Posix.BadAddress => RsmError.RSMERR_BAD_ADDR,
                Posix.OutOfMemory => RsmError.RSMERR_INSUFFICIENT_MEM,
                Posix.TryAgain => RsmError.RSMERR_INSUFFICIENT_RESOURCES,
                _ => RsmError.RSMERR_BAD_ARGS_ERRORS,
            };
        }

        Span<byte> bytes = stackalloc byte[RsmLayouts.Pollfd.Size];
        for (nuint i = 0; i < count; i++)
        {
            fixed (byte* to = bytes)
            {
                if (Posix.Load(descriptors + ((nint)i * bytes.Length), to, bytes.Length) != bytes.Length)
                {
                    return RsmError.RSMERR_BAD_ADDR;
                }
            }

            if ((BinaryPrimitives.ReadInt16LittleEndian(bytes[6..]) & RsmConstants.PollReadNormal) != 0)
            {
                signals.TakeArrived(BinaryPrimitives.ReadInt32LittleEndian(bytes));
            }
        }

        int number = (int)found;
        return ready == 0 || Posix.Store(ready, (byte*)&number, sizeof(int)) == sizeof(int)
            ? RsmError.RSM_SUCCESS : RsmError.RSMERR_BAD_ADDR;
    }
}
