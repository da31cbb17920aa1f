using RsmConformance.Abi;
using RsmConformance.Cli.Inputs;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Spec;

namespace RsmConformance.Cli.Measuring;

/// <summary>A judged case, and the profile that it was judged by.</summary>
/// <param name="Judged">The case.</param>
/// <param name="Profile">The profile.</param>
internal sealed record Sample(JudgedCase Judged, Profile Profile);

/// <summary>Counts what judged runs tested: declared, provoked, seen, discriminated.</summary>
internal sealed class CoverageCounter(Suite suite)
{
    private const string Connect = "rsm_memseg_import_connect";
    private const string Disconnect = "rsm_memseg_import_disconnect";

    public CoverageReport Count(IReadOnlyList<string> runs, IReadOnlyList<Sample> samples) => new(
        runs,
        [
            .. DocumentedErrors.OfConnect.Prepend(RsmError.RSM_SUCCESS).Select(e => CountOutcome(Connect, e, samples)),
            .. DocumentedErrors.OfDisconnect.Prepend(RsmError.RSM_SUCCESS).Select(e => CountOutcome(Disconnect, e, samples)),
        ],
        [.. suite.Specification.Assertions.Select(a => CountAssertion(a, samples))]);

    private OutcomeCoverage CountOutcome(string function, RsmError outcome, IReadOnlyList<Sample> samples)
    {
        string name = outcome.ToString();
        Sample[] provoked = [.. samples.Where(s => OutcomeEvidence.IsProvoked(s, function, name))];
        int seen = CountCases(samples.Where(s => OutcomeEvidence.Returned(s, function).Contains(name)));
        string[] instead = seen > 0 ? []
            : [.. provoked.SelectMany(s => OutcomeEvidence.ReturnedWhere(s, function, name)).Distinct().Order(StringComparer.Ordinal)];
        Case[] declaring = [.. suite.Cases.Where(c => Declares(c, function, name))];
        string[] readings = [.. declaring.SelectMany(c => OutcomeEvidence.ReadingsOf(c, function, name)).Distinct().Order(StringComparer.Ordinal)];
        return new OutcomeCoverage(function, outcome, declaring.Length, CountCases(provoked), seen, readings, instead);
    }

    private bool Declares(Case testCase, string function, string name) =>
        suite.Specification.Profiles.Any(p => OutcomeEvidence.StepsPermitting(testCase, p, function, name).Any());

    private AssertionCoverage CountAssertion(Assertion assertion, IReadOnlyList<Sample> samples)
    {
        string id = assertion.Id.Value;
        Sample[] played = [.. samples.Where(s => s.Judged.Case.Assertions.Contains(id) && IsDecided(s.Judged.Judgement.Verdict))];
        IEnumerable<Sample> seen = assertion.Error is { } error
            ? played.Where(s => OutcomeEvidence.Returned(s, assertion.Function).Contains(error))
            : played.Where(s => s.Judged.Judgement.Verdict is Verdict.Pass or Verdict.Observed);
        return new AssertionCoverage(
            assertion, suite.Cases.Count(c => c.Assertions.Contains(id)), CountCases(played), CountCases(seen), suite.Discriminated.Contains(id));
    }

    private static int CountCases(IEnumerable<Sample> samples) => samples.Select(s => s.Judged.Case.Id).Distinct().Count();

    private static bool IsDecided(Verdict verdict) => verdict switch
    {
        Verdict.Pass or Verdict.Observed or Verdict.Warn or Verdict.Fail or Verdict.Hang or Verdict.Crash => true,
        Verdict.Unsupported or Verdict.Untested or Verdict.Unresolved or Verdict.HarnessError => false,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "no such verdict"),
    };
}
