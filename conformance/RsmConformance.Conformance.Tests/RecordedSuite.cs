using RsmConformance.Adapters.Reference;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Spec;

[assembly: AssemblyFixture(typeof(RsmConformance.Conformance.Tests.RecordedSuite))]

namespace RsmConformance.Conformance.Tests;

/// <summary>Every case of the suite, played once on the reference in its default behaviour. Nothing in it changes.</summary>
public sealed class RecordedSuite
{
    public RecordedSuite()
    {
        Specification = Specification.Load();
        Bed = BedFile.Load(Path.Combine(Repository.Root, "conformance", "beds", "reference.yaml"));
        using var adapter = new ReferenceAdapter();
        Recorded = Play(adapter, Catalogue.All);
    }

    public Specification Specification { get; }

    public BedDescription Bed { get; }

    /// <summary>The evidence of every case, in the order of the catalogue.</summary>
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

    private static int PageSize => Environment.SystemPageSize;
}
