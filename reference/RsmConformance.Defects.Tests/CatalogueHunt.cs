using RsmConformance.Adapters.Reference;
using RsmConformance.Cli.Inputs;
using RsmConformance.Harness.Discrimination;

[assembly: AssemblyFixture(typeof(RsmConformance.Defects.Tests.CatalogueHunt))]

namespace RsmConformance.Defects.Tests;

/// <summary>The whole catalogue, hunted once with the whole suite. Nothing in it changes.</summary>
public sealed class CatalogueHunt
{
    public CatalogueHunt()
    {
        Suite suite = Suite.Load();
        var request = new SelfTestRequest(ToTheEnd: false, Jobs: 2 * Environment.ProcessorCount);
        Report = new SelfTest(suite.UnderUse, suite.Specification, BedInput.Load(null), () => new ReferenceAdapter())
            .Run([.. DefectCatalogue.All.Select(SeededDefect.ToMutant)], request, _ => { }, CancellationToken.None);
        Table = DiscriminationTable.Csv(Report, suite.Specification);
    }

    public SelfTestReport Report { get; }

    public string Table { get; }
}
