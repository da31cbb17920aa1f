using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>
/// A list of known failures: plain text, one <c>PATTERN  # reason</c> a line. Blank lines and lines that begin with <c>#</c> are
/// comments. No case is listed twice, so that every listed case has one reason.
/// </summary>
public sealed class KnownFailures
{
    private readonly IReadOnlyDictionary<CaseId, KnownFailure> _byCase;

    private KnownFailures(IReadOnlyList<KnownFailuresLine> lines, IReadOnlyDictionary<CaseId, KnownFailure> byCase)
    {
        Lines = lines;
        _byCase = byCase;
    }

    /// <summary>A list of nothing.</summary>
    public static KnownFailures None { get; } = new([], new Dictionary<CaseId, KnownFailure>());

    /// <summary>The lines of the file.</summary>
    public IReadOnlyList<KnownFailuresLine> Lines { get; }

    /// <summary>Every listed case of the suite.</summary>
    public IEnumerable<CaseId> Cases => _byCase.Keys;

    /// <summary>The entry that lists a case; null when none does.</summary>
    /// <param name="id">The case.</param>
    public KnownFailure? Find(CaseId id) => _byCase.GetValueOrDefault(id);

    /// <summary>Reads a list from a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="suite">Every case of the suite.</param>
    /// <exception cref="UsageException">The file cannot be read or is wrong.</exception>
    public static KnownFailures Load(string path, IReadOnlyCollection<CaseId> suite)
    {
        try
        {
            return Parse(File.ReadAllText(path), path, suite);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: cannot be read ({e.Message}); name a file with one 'PATTERN  # reason' a line", e);
        }
    }

    /// <summary>Reads a list.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="suite">Every case of the suite.</param>
    /// <exception cref="UsageException">
    /// A line is no entry, gives no reason, matches no case of the suite, or lists a case that is already listed.
    /// </exception>
    public static KnownFailures Parse(string text, string name, IReadOnlyCollection<CaseId> suite)
    {
        string[] texts = text.ReplaceLineEndings("\n").Split('\n');
        var lines = new List<KnownFailuresLine>();
        var byCase = new Dictionary<CaseId, KnownFailure>();
        for (int i = 0; i < texts.Length - (texts[^1].Length == 0 ? 1 : 0); i++)
        {
            KnownFailure? entry = ParseLine(texts[i], i + 1, name);
            lines.Add(new KnownFailuresLine(texts[i], entry));
            if (entry is not null)
            {
                Claim(entry, name, suite, byCase);
            }
        }

        return new KnownFailures(lines, byCase);
    }

    private static KnownFailure? ParseLine(string text, int line, string name)
    {
        string trimmed = text.Trim();
        if (trimmed.Length == 0 || trimmed[0] == '#')
        {
            return null;
        }

        int mark = trimmed.IndexOf('#', StringComparison.Ordinal);
        string pattern = (mark < 0 ? trimmed : trimmed[..mark]).TrimEnd();
        string reason = mark < 0 ? "" : trimmed[(mark + 1)..].Trim();
        if (pattern.Any(char.IsWhiteSpace))
        {
            throw new UsageException($"{name}:{line}: '{pattern}' is no pattern of a case; write one pattern a line, then '# reason'");
        }

        return reason.Length > 0
            ? new KnownFailure(new CasePattern(pattern), reason, line)
            : throw new UsageException($"{name}:{line}: '{pattern}' has no reason; write '{pattern}  # why it fails'");
    }

    private static void Claim(
        KnownFailure entry, string name, IReadOnlyCollection<CaseId> suite, Dictionary<CaseId, KnownFailure> byCase)
    {
        CaseId[] matches = [.. suite.Where(id => entry.Pattern.Matches(id.Text))];
        if (matches.Length == 0)
        {
            throw new UsageException(
                $"{name}:{entry.Line}: the pattern '{entry.Pattern}' matches no case of the suite; remove the line, or see "
                + "'rsm-conformance list' for the ids");
        }

        foreach (CaseId id in matches)
        {
            if (!byCase.TryAdd(id, entry))
            {
                throw new UsageException(
                    $"{name}:{entry.Line}: {id} is already listed in line {byCase[id].Line}; remove one of the two, so that it has one reason");
            }
        }
    }
}
