using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Spec;

namespace RsmConformance.Conformance.Tests;

/// <summary>
/// The cases and the model are two statements of one page. At every step that a case is about, in every profile, the outcomes
/// that the case states must be those that the model permits in that state: neither more nor fewer.
/// </summary>
public class AgreementTests(RecordedSuite suite)
{
    [Fact]
    public void Expected_EveryCaseAndProfile_EqualsTheModel()
    {
        string[] differences = [.. suite.Demanded.SelectMany(d => Differences(d.Profile, d.Case, d.Evidence))];

        differences.Should().BeEmpty();
    }

    private static IEnumerable<string> Differences(Profile profile, Case testCase, RecordedCase evidence)
    {
        Judgement judgement = new Judge(profile).Rule(testCase, evidence);
        foreach (Expectation expectation in testCase.Expected)
        {
            SeenOutcome[] seen = [.. judgement.Seen.Where(s => s.Step == expectation.Step && (expectation.Value is null || s.Value == expectation.Value))];
            if (seen.Length == 0)
            {
                yield return $"{profile.Name} {testCase.Id} {expectation.Step}: nothing seen ({judgement.Words})";
            }

            foreach (SeenOutcome outcome in seen)
            {
                string stated = Text(StatedOutcomes.Accepted(expectation, profile), StatedOutcomes.Tolerated(expectation, profile));
                string model = Text(outcome.Accepted, outcome.Tolerated);
                if (stated != model)
                {
                    yield return $"{profile.Name} {testCase.Id} {outcome.Step} {outcome.Value}: the case states {stated}, the model permits {model}";
                }
            }
        }
    }

    private static string Text(IEnumerable<string> accepted, IEnumerable<string> tolerated) =>
        $"[{string.Join(" ", accepted.Order(StringComparer.Ordinal))}] ({string.Join(" ", tolerated.Order(StringComparer.Ordinal))})";
}
