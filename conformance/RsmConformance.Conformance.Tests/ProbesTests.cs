using RsmConformance.Contract;

namespace RsmConformance.Conformance.Tests;

public class ProbesTests
{
    [Fact]
    public void All_EveryProbe_IsACaseThatEveryProfileDemands()
    {
        var byId = Catalogue.All.ToDictionary(c => c.Id);

        Probes.All.Should().NotBeEmpty().And.OnlyHaveUniqueItems();
        Probes.All.Should().OnlyContain(id => byId.ContainsKey(id));
        Probes.All.Select(id => byId[id].Profiles).Should().OnlyContain(p => p.Contains("strict") && p.Contains("hardened") && p.Contains("historical"));
    }
}
