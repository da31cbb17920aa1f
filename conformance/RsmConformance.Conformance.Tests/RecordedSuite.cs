using RsmConformance.Abi;
using RsmConformance.Adapters.Reference;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Spec;

[assembly: AssemblyFixture(typeof(RsmConformance.Conformance.Tests.RecordedSuite))]

namespace RsmConformance.Conformance.Tests;

/// <summary>
/// Every case of the suite that the reference has the means for, played once on it in its default behaviour. Nothing in it
/// changes.
/// </summary>
public sealed class RecordedSuite
{
    public RecordedSuite()
    {
        Specification = Specification.Load();
        Bed = BedFile.Load(Path.Combine(Repository.Root, "conformance", "beds", "reference.yaml"));
        using var adapter = new ReferenceAdapter();
        HashSet<string> means = [.. Bed.Means, .. MeansOf(adapter)];
        Playable = [.. Catalogue.All.Where(c => means.IsSupersetOf(RequiredMeans.Of(c)))];
        Recorded = Play(adapter, Playable);
    }

    public Specification Specification { get; }

    public BedDescription Bed { get; }

    /// <summary>The cases that need nothing that the reference and its bed lack.</summary>
    public IReadOnlyList<Case> Playable { get; }

    /// <summary>The evidence of every playable case, in the order of the catalogue.</summary>
    public IReadOnlyList<(Case Case, RecordedCase Evidence)> Recorded { get; }

    /// <summary>Every profile with the cases that it demands.</summary>
    public IEnumerable<(Profile Profile, Case Case, RecordedCase Evidence)> Demanded =>
        from profile in Specification.Profiles
        from recorded in Recorded
        where recorded.Case.Profiles.Contains(profile.Name.Value)
        select (profile, recorded.Case, recorded.Evidence);

    /// <summary>Plays cases through an adapter.</summary>
    public IReadOnlyList<(Case Case, RecordedCase Evidence)> Play(IAdapter adapter, IEnumerable<Case> cases) =>
        [.. cases.Select(c => (c, Play(adapter, c)))];

    /// <summary>Plays a case through an adapter, from the serialised and read back copy of it.</summary>
    public RecordedCase Play(IAdapter adapter, Case testCase)
    {
        Case copy = Protocol.Read<Case>(Protocol.Write(testCase));
        var binder = new SessionBinder(Bed, PageSize);
        using IAgentChannel channel = adapter.Connect();
        return new CaseRunner(new RunSettings("test", RunSettings.DefaultStepLimit, 1)).Play(copy, binder.Bind(copy), channel);
    }

    /// <summary>Judges the evidence of a case in every profile that demands it.</summary>
    public IEnumerable<(Profile Profile, Judgement Judgement)> Rule(Case testCase, RecordedCase evidence) =>
        from profile in Specification.Profiles
        where testCase.Profiles.Contains(profile.Name.Value)
        select (profile, new Judge(profile).Rule(testCase, evidence));

    private static Sequence<string> MeansOf(ReferenceAdapter adapter)
    {
        using IAgentChannel channel = adapter.Connect();
        channel.Send(Protocol.Write<HarnessMessage>(new HarnessMessage.Hello(Protocol.Version)));
        return channel.TryReceive(RunSettings.DefaultStepLimit, out string? line)
            ? ((AgentMessage.Welcome)Protocol.Read<AgentMessage>(line)).Means
            : throw new InvalidOperationException("the reference does not answer");
    }

    private static int PageSize => Environment.SystemPageSize;
}
