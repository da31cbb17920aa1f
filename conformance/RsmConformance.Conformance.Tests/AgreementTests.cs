using RsmConformance.Adapters.Reference;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Reference;
using RsmConformance.Spec;

namespace RsmConformance.Conformance.Tests;

/// <summary>
/// The cases and the model are two statements of one page. At every step that a case is about, in every profile, the outcomes
/// that the case states must be those that the model permits in that state: neither more nor fewer. What an implementation chose
/// earlier may settle what it must do later, so the model's sets are gathered over many ways to choose.
/// </summary>
public class AgreementTests(RecordedSuite suite)
{
    private const int Behaviours = 5;

    [Fact]
    public void Expected_EveryCaseAndProfile_EqualsTheModel()
    {
        var gathered = new Dictionary<Place, Sets>();
        Gather(suite.Recorded, gathered);
        for (int seed = 1; seed <= Behaviours; seed++)
        {
            using var adapter = new ReferenceAdapter(new Behaviour(Choices.Random(seed), Deviations.None));
            Gather(suite.Play(adapter, suite.Playable), gathered);
        }

        string[] differences = [.. gathered.Where(g => !g.Value.Agree).Select(g => $"{g.Key}: {g.Value}")];

        string.Join("\n", differences).Should().BeEmpty();
    }

    private void Gather(IEnumerable<(Case Case, RecordedCase Evidence)> recorded, Dictionary<Place, Sets> gathered)
    {
        foreach ((Case testCase, RecordedCase evidence) in recorded)
        {
            HashSet<StepId> unarmed = [.. evidence.Events.Where(e => e.Allocation is { Fired: false }).Select(e => e.Step)];
            foreach (Profile profile in suite.Specification.Profiles.Where(p => testCase.Profiles.Contains(p.Name.Value)))
            {
                Judgement judgement = new Judge(profile).Rule(testCase, evidence);
                foreach (Expectation expectation in testCase.Expected)
                {
                    var place = new Place(profile.Name.Value, testCase.Id, expectation.Step, expectation.Value);
                    if (!gathered.TryGetValue(place, out Sets? sets))
                    {
                        gathered.Add(place, sets = new Sets(expectation, profile));
                    }

                    // How many allocations a call makes is its own business: where none was left to fail, the set is a part only.
                    sets.Partial |= unarmed.Contains(expectation.Step) || Races.Decide(testCase, expectation);
                    sets.Add(judgement.Seen.Where(s => s.Step == expectation.Step && (expectation.Value is null || s.Value == expectation.Value)));
                }
            }
        }
    }

    private sealed record Place(string Profile, CaseId Case, StepId Step, string? Value);

    private sealed class Sets(Expectation expectation, Profile profile)
    {
        private readonly SortedSet<string> _accepted = new(StringComparer.Ordinal);
        private readonly SortedSet<string> _tolerated = new(StringComparer.Ordinal);
        private readonly IReadOnlyList<string> _statedAccepted = StatedOutcomes.Accepted(expectation, profile);
        private readonly IReadOnlyList<string> _statedTolerated = StatedOutcomes.Tolerated(expectation, profile);

        public bool Partial { get; set; }

        public bool Agree => Partial
            ? _accepted.IsSubsetOf(_statedAccepted) && _tolerated.IsSubsetOf(_statedTolerated)
            : _accepted.SetEquals(_statedAccepted) && _tolerated.SetEquals(_statedTolerated);

        public void Add(IEnumerable<SeenOutcome> seen)
        {
            foreach (SeenOutcome outcome in seen)
            {
                _accepted.UnionWith(outcome.Accepted);
                _tolerated.UnionWith(outcome.Tolerated);
            }

            _tolerated.ExceptWith(_accepted);
        }

        public override string ToString() =>
            $"the case states {Text(_statedAccepted, _statedTolerated)}, the model permits {Text(_accepted, _tolerated)}";

        private static string Text(IEnumerable<string> accepted, IEnumerable<string> tolerated) =>
            $"[{string.Join(' ', accepted)}] ({string.Join(' ', tolerated)})";
    }
}
