using System.Text;

namespace RsmConformance.Adapters.Agent;

/// <summary>
/// The end of what a process wrote beside the protocol: bounded, and free of whatever could play tricks on a terminal or file.
/// Thread-safe.
/// </summary>
internal sealed class KeptOutput
{
    /// <summary>Bytes that are kept; a crash report is at the end.</summary>
    public const int Limit = 64 * 1024;

    private const int LongestLastWords = 300;
    private static readonly string[] Announcements = ["Unhandled exception", "Stack overflow", "Process terminated", "Fatal error", "rsm-conformance:"];
    private readonly Lock _lock = new();
    private readonly byte[] _ring = new byte[Limit];
    private long _total;

    /// <summary>What was kept.</summary>
    public string Text
    {
        get
        {
            lock (_lock)
            {
                int count = (int)Math.Min(_total, Limit);
                byte[] bytes = new byte[count];
                for (int i = 0; i < count; i++)
                {
                    bytes[i] = _ring[(int)((_total - count + i) % Limit)];
                }

                string dropped = _total > Limit ? $"[{_total - Limit} bytes before this were dropped]\n" : "";
                return dropped + Harmless(Encoding.UTF8.GetString(bytes));
            }
        }
    }

    /// <summary>The line that tells best why the process ended.</summary>
    public string LastWords
    {
        get
        {
            string[] lines = Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            int at = Array.FindLastIndex(lines, l => Announcements.Any(a => l.StartsWith(a, StringComparison.Ordinal)));
            // The runtime puts what a program gives up with on the line after the announcement.
            string words = at < 0 ? lines.LastOrDefault() ?? ""
                : at + 1 < lines.Length && !lines[at + 1].StartsWith("at ", StringComparison.Ordinal) ? $"{lines[at]} {lines[at + 1]}"
                : lines[at];
            return words.Length <= LongestLastWords ? words : words[..LongestLastWords] + "...";
        }
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            foreach (byte b in bytes)
            {
                _ring[(int)(_total++ % Limit)] = b;
            }
        }
    }

    private static string Harmless(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            clean.Append(c is '\n' or '\t' || !char.IsControl(c) ? c : '\uFFFD');
        }

        return clean.ToString();
    }
}
