using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Spec;

namespace RsmConformance.Cli.Rendering;

/// <summary>Counts verdicts by the function and kind of the assertion that a case is mainly about.</summary>
internal sealed class VerdictTable(Specification specification)
{
    public void Write(TextWriter to, IReadOnlyList<ResultLine.Ruled> results)
    {
        string[] verdicts =
            [.. Enum.GetValues<Verdict>().Select(VerdictName.Of).Where(name => results.Any(r => r.Verdict == name))];
        var table = new TextTable(["function", "about", "cases", .. verdicts]);
        foreach (var group in results.GroupBy(r => Row(r.Case)).OrderBy(g => g.Key.Order))
        {
            table.Add(
            [
                group.Key.Function, group.Key.About, group.Count().ToString(),
                .. verdicts.Select(name => Count(group, name)),
            ]);
        }

        if (results.Count > 0)
        {
            table.Add(["all", "", results.Count.ToString(), .. verdicts.Select(name => Count(results, name))]);
        }

        table.WriteText(to);
    }

    private static string Count(IEnumerable<ResultLine.Ruled> results, string verdict) =>
        results.Count(r => r.Verdict == verdict).ToString();

    private (int Order, string Function, string About) Row(CaseId id)
    {
        Assertion? assertion = AssertionId.TryParse(id.Assertion, out AssertionId known) ? specification.Find(known) : null;
        if (assertion is null)
        {
            return (int.MaxValue, "?", "?");
        }

        int order = specification.Assertions.TakeWhile(a => a.Function != assertion.Function || a.Kind != assertion.Kind).Count();
        return (order, assertion.Function, KindText.Of(assertion.Kind));
    }
}
