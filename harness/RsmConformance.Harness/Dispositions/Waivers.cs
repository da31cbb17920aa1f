using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>The waivers of a run; no case has two.</summary>
public sealed class Waivers
{
    private readonly IReadOnlyDictionary<CaseId, Waiver> _byCase;

    private Waivers(IReadOnlyDictionary<CaseId, Waiver> byCase) => _byCase = byCase;

    /// <summary>No waiver at all.</summary>
    public static Waivers None { get; } = new(new Dictionary<CaseId, Waiver>());

    /// <summary>Every waived case of the suite.</summary>
    public IEnumerable<CaseId> Cases => _byCase.Keys;

    /// <summary>The waiver of a case; null when it has none.</summary>
    /// <param name="id">The case.</param>
    public Waiver? Find(CaseId id) => _byCase.GetValueOrDefault(id);

    /// <summary>Reads waivers from a file; see <see cref="Parse"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="suite">Every case of the suite.</param>
    /// <exception cref="UsageException">The file cannot be read or is wrong.</exception>
    public static Waivers Load(string path, IReadOnlyCollection<CaseId> suite)
    {
        try
        {
            return Parse(File.ReadAllText(path), path, suite);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: cannot be read ({e.Message}); name a YAML file of waivers", e);
        }
    }

    /// <summary>
    /// Reads waivers: a YAML list of entries with <c>pattern</c>, <c>owner</c>, <c>reason</c>, <c>expires</c> (the last day, as
    /// <c>2027-01-31</c>) and, if wished, <c>link</c>.
    /// </summary>
    /// <param name="yaml">The text.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="suite">Every case of the suite.</param>
    /// <exception cref="UsageException">The text is wrong, a pattern matches no case, or a case is waived twice.</exception>
    public static Waivers Parse(string yaml, string name, IReadOnlyCollection<CaseId> suite)
    {
        var byCase = new Dictionary<CaseId, Waiver>();
        foreach (Waiver waiver in new WaiverDocument(name).Read(yaml))
        {
            CaseId[] matches = [.. suite.Where(id => waiver.Pattern.Matches(id.Text))];
            if (matches.Length == 0)
            {
                throw new UsageException(
                    $"{name}:{waiver.Line}: the pattern '{waiver.Pattern}' matches no case of the suite; remove the waiver, or see "
                    + "'rsm-conformance list' for the ids");
            }

            foreach (CaseId id in matches)
            {
                if (!byCase.TryAdd(id, waiver))
                {
                    throw new UsageException($"{name}:{waiver.Line}: {id} is already waived in line {byCase[id].Line}; remove one of the two");
                }
            }
        }

        return new Waivers(byCase);
    }
}
