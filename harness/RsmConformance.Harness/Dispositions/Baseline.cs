using System.Text;
using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>A list of known failures brought up to date.</summary>
/// <param name="Text">The new text of the file.</param>
/// <param name="Added">The cases that are listed now and were not.</param>
/// <param name="Dropped">The cases that were listed and pass now.</param>
public sealed record BaselineUpdate(string Text, IReadOnlyList<CaseId> Added, IReadOnlyList<CaseId> Dropped);

/// <summary>
/// Brings a list of known failures up to date with a run. Entries that the run does not contradict stay as they are, with their
/// reasons; a comment goes when everything that it stands over goes.
/// </summary>
public static class Baseline
{
    private const int LongestReason = 200;

    /// <summary>Updates a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="results">The verdicts of a run.</param>
    /// <param name="suite">Every case of the suite.</param>
    public static BaselineUpdate Update(KnownFailures list, IReadOnlyList<ResultLine.Ruled> results, IReadOnlyList<CaseId> suite)
    {
        HashSet<CaseId> passed = [.. results.Where(IsGood).Select(r => r.Case)];
        passed.ExceptWith(results.Where(r => !IsGood(r)).Select(r => r.Case));
        var text = new StringBuilder();
        foreach (IReadOnlyList<KnownFailuresLine> block in Blocks(list.Lines))
        {
            string[] entries = [.. block.Where(l => l.Entry is not null).SelectMany(l => Rewrite(l, passed, suite))];
            if (entries.Length > 0 || block.All(l => l.Entry is null))
            {
                string[] comments = [.. block.Where(l => l.Entry is null).Select(l => l.Text)];
                text.AppendJoin("", comments.Concat(entries).Select(line => line + "\n"));
            }
        }

        ResultLine.Ruled[] added =
        [
            .. results.Where(r => IsBad(r) && r.Disposition is not (Disposition.Waived or Disposition.WaiverExpired) && list.Find(r.Case) is null)
                .DistinctBy(r => r.Case).OrderBy(r => r.Case.Text, StringComparer.Ordinal),
        ];
        text.AppendJoin("", added.Select(r => $"{r.Case}  # {Unexplained(r)}\n"));
        return new BaselineUpdate(
            text.ToString(), [.. added.Select(r => r.Case)], [.. suite.Where(id => passed.Contains(id) && list.Find(id) is not null)]);
    }

    // A block is what a comment stands over: comments, then entries, up to the next comment or blank line.
    private static IEnumerable<IReadOnlyList<KnownFailuresLine>> Blocks(IReadOnlyList<KnownFailuresLine> lines)
    {
        var block = new List<KnownFailuresLine>();
        foreach (KnownFailuresLine line in lines)
        {
            bool isBlank = line.Text.Trim().Length == 0;
            if (block.Count > 0 && (isBlank || (line.Entry is null && block[^1].Entry is not null)))
            {
                yield return block;
                block = [];
            }

            block.Add(line);
            if (isBlank)
            {
                yield return block;
                block = [];
            }
        }

        if (block.Count > 0)
        {
            yield return block;
        }
    }

    // A pattern of which a part passes now becomes the ids of the rest.
    private static IEnumerable<string> Rewrite(KnownFailuresLine line, HashSet<CaseId> passed, IReadOnlyList<CaseId> suite)
    {
        CaseId[] matches = [.. suite.Where(id => line.Entry!.Pattern.Matches(id.Text))];
        return matches.Any(passed.Contains)
            ? matches.Where(id => !passed.Contains(id)).Select(id => $"{id}  # {line.Entry!.Reason}")
            : [line.Text];
    }

    private static string Unexplained(ResultLine.Ruled result)
    {
        string permitted = result.Permitted is { Count: > 0 } outcomes ? string.Join(" or ", outcomes) : "no such end";
        string observed = result.Observed ?? result.Words ?? result.Verdict;
        return OneLine($"unexplained: {result.Assertion ?? result.Case.Assertion} {permitted} seen {observed}");
    }

    private static string OneLine(string text)
    {
        string plain = string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' ? ' ' : c));
        return plain.Length > LongestReason ? plain[..LongestReason] + "..." : plain;
    }

    private static bool IsBad(ResultLine.Ruled result) => VerdictName.Parse(result.Verdict) is Verdict.Fail or Verdict.Crash or Verdict.Hang;

    private static bool IsGood(ResultLine.Ruled result) => VerdictName.Parse(result.Verdict) is Verdict.Pass or Verdict.Observed or Verdict.Warn;
}
