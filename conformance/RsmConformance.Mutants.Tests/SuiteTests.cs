using RsmConformance.Abi;
using RsmConformance.Adapters.Reference;
using RsmConformance.Conformance;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Spec;

namespace RsmConformance.Mutants.Tests;

/// <summary>
/// The conformance suite and nothing else, one test for each assertion, so that a mutant of the reference is caught by a verdict
/// or not at all.
/// </summary>
public sealed class SuiteTests : IDisposable
{
    /// <summary>Longer than any step of the reference takes, and short enough for a mutant that hangs.</summary>
    private static readonly TimeSpan StepLimit = TimeSpan.FromSeconds(3);
    private static readonly Specification Specification = Specification.Load();
    private static readonly BedDescription Bed = BedFile.Load(Path.Combine(AppContext.BaseDirectory, "reference.yaml"));
    private readonly ReferenceAdapter _adapter = new();
    private readonly HashSet<string> _means;

    public SuiteTests()
    {
        using IAgentChannel channel = _adapter.Connect();
        channel.Send(Protocol.Write<HarnessMessage>(new HarnessMessage.Hello(Protocol.Version)));
        _means = channel.TryReceive(StepLimit, out string? line) && Protocol.Read<AgentMessage>(line) is AgentMessage.Welcome welcome
            ? [.. welcome.Means, .. Bed.Means]
            : throw new InvalidOperationException("the reference does not answer");
    }

    public static TheoryData<string> Assertions =>
        [.. Catalogue.All.Select(c => c.Assertions[0]).Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Assertions))]
    public void Rule_EveryCaseOfAnAssertion_IsPassOrObserved(string assertion)
    {
        foreach (Case testCase in Catalogue.All.Where(c => c.Assertions[0] == assertion && _means.IsSupersetOf(RequiredMeans.Of(c))))
        {
            Judgement judgement = new Judge(ProfileOf(testCase)).Rule(testCase, Play(testCase));

            judgement.Verdict.Should().BeOneOf(
                [Verdict.Pass, Verdict.Observed], "{0}: {1} {2}", testCase.Id, judgement.Assertion ?? "", judgement.Words ?? "");
        }
    }

    public void Dispose() => _adapter.Dispose();

    private RecordedCase Play(Case testCase)
    {
        using IAgentChannel channel = _adapter.Connect();
        var settings = new RunSettings("mutants", StepLimit, 1);
        return new CaseRunner(settings).Play(testCase, new SessionBinder(Bed, Environment.SystemPageSize).Bind(testCase), channel);
    }

    // The first profile that demands the case: strict, or hardened for those that only it demands.
    private static Profile ProfileOf(Case testCase) =>
        Specification.Profiles.OrderBy(p => p.Name.Value == "strict" ? 0 : 1).First(p => testCase.Profiles.Contains(p.Name.Value));
}
