using System.Buffers;
using System.Text.Json;

namespace RsmConformance.Reference.Native;

/// <summary>Messages as packets of a Unix socket.</summary>
internal static class Packet
{
    /// <summary>The version of the messages; both ends come from one build.</summary>
    public const int Version = 1;

    /// <summary>The largest packet, in bytes.</summary>
    public const int Limit = 64 * 1024;

    /// <summary>Sends; a negated errno if that fails.</summary>
    public static long Send(int descriptor, NodeMessage message) =>
        Send(descriptor, JsonSerializer.SerializeToUtf8Bytes(message, WireContext.Default.NodeMessage), -1);

    /// <summary>Sends, with a descriptor unless that is -1; a negated errno if that fails.</summary>
    public static long Send(int descriptor, NodeReply reply, int passed) =>
        Send(descriptor, JsonSerializer.SerializeToUtf8Bytes(reply, WireContext.Default.NodeReply), passed);

    /// <summary>Waits for a reply; null at the end of the conversation.</summary>
    public static NodeReply? Receive(int descriptor, out int passed)
    {
        // Room for the largest message, for each message anew, would make the heap of every process grow and grow.
        byte[] bytes = ArrayPool<byte>.Shared.Rent(Limit);
        try
        {
            long length = Receive(descriptor, bytes, out passed);
            return length <= 0 ? null : JsonSerializer.Deserialize(bytes.AsSpan(0, (int)length), WireContext.Default.NodeReply);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    public static unsafe long Receive(int descriptor, byte[] bytes, out int passed)
    {
        fixed (byte* to = bytes)
        {
            return Posix.Receive(descriptor, to, bytes.Length, out passed);
        }
    }

    public static unsafe long Send(int descriptor, byte[] bytes, int passed)
    {
        fixed (byte* from = bytes)
        {
            return Posix.Send(descriptor, from, bytes.Length, passed);
        }
    }
}
