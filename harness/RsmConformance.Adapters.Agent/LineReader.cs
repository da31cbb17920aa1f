using System.Buffers;
using System.Text;
using RsmConformance.Contract;

namespace RsmConformance.Adapters.Agent;

/// <summary>Reads the lines of a stream that nobody has reason to trust.</summary>
/// <param name="stream">The stream.</param>
/// <param name="limit">The most bytes that a line may have.</param>
internal sealed class LineReader(Stream stream, int limit)
{
    /// <summary>The longest line of the protocol.</summary>
    public const int ProtocolLimit = 16 * 1024 * 1024;

    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly ArrayBufferWriter<byte> _line = new();
    private int _start;
    private int _end;

    /// <summary>Reads a line.</summary>
    /// <returns>The line without its end; null at the end of the stream, where a line without an end is dropped as torn.</returns>
    /// <exception cref="AdapterException">The line is too long.</exception>
    public string? Read()
    {
        _line.ResetWrittenCount();
        while (true)
        {
            ReadOnlySpan<byte> rest = _buffer.AsSpan(_start, _end - _start);
            int length = rest.IndexOf((byte)'\n');
            _line.Write(length < 0 ? rest : rest[..length]);
            if (_line.WrittenCount > limit)
            {
                throw new AdapterException($"a line of more than {limit} bytes came; messages are shorter");
            }

            if (length >= 0)
            {
                _start += length + 1;
                return Encoding.UTF8.GetString(_line.WrittenSpan);
            }

            _start = 0;
            _end = stream.Read(_buffer);
            if (_end == 0)
            {
                return null;
            }
        }
    }
}
