using RsmConformance.Abi;

namespace RsmConformance.Spec.Tests;

public sealed class ShippedAssertionTests
{
    private static readonly Specification Shipped = Specification.Load();

    public static TheoryData<string, string[]> ListedErrors => new()
    {
        { "connect", DocumentedErrors.OfConnect.Select(error => error.ToString()).ToArray() },
        { "disconnect", DocumentedErrors.OfDisconnect.Select(error => error.ToString()).ToArray() },
    };

    [Theory]
    [MemberData(nameof(ListedErrors))]
    public void Assertions_OfAFunction_CoverEveryListedErrorOnce(string function, string[] listed)
    {
        var stated = Shipped.Assertions
            .Where(assertion => assertion.Kind == AssertionKind.Error && assertion.Function == $"rsm_memseg_import_{function}")
            .ToArray();

        stated.Select(assertion => assertion.Error).Should().BeEquivalentTo(listed);
        foreach (var assertion in stated)
        {
            var slug = assertion.Error!.Replace("RSMERR_", string.Empty, StringComparison.Ordinal).Replace('_', '-').ToLowerInvariant();
            assertion.Id.Should().Be(new AssertionId($"{function}.error.{slug}"));
        }
    }

    [Fact]
    public void Assertions_InOrder_AreThoseOfConnectThenDisconnectThenSupport()
    {
        var topics = Shipped.Assertions.Select(assertion => assertion.Id.Value.Split('.')[0]).ToArray();

        topics.Should().BeInAscendingOrder(StringComparer.Ordinal);
        topics.Distinct().Should().Equal("connect", "disconnect", "support");
    }

    [Fact]
    public void Assertions_OfRobustness_BelongToTheHardenedProfileAlone()
    {
        foreach (var assertion in Shipped.Assertions)
        {
            var expected = assertion.Kind == AssertionKind.Robustness ? ["hardened"] : new[] { "strict", "hardened", "historical" };
            assertion.Profiles.Select(profile => profile.Value).Should().BeEquivalentTo(expected, "{0} says so", assertion.Id);
        }
    }

    [Fact]
    public void Assertions_OfSupport_HaveTheKindSupport() =>
        Shipped.Assertions.Where(assertion => assertion.Kind == AssertionKind.Support)
            .Should().Equal(Shipped.Assertions.Where(assertion => assertion.Id.Value.StartsWith("support.", StringComparison.Ordinal)));

    [Fact]
    public void Assertions_ThatNoCaseCanTest_AreTheKnownThree() =>
        Shipped.Assertions.Where(assertion => assertion.Untested is not null).Select(assertion => assertion.Id.Value)
            .Should().Equal("connect.threading.blocking", "connect.attributes.stability", "disconnect.after-controller-release");

    [Fact]
    public void Find_OfAnId_ReturnsThatAssertionOrNull()
    {
        var id = new AssertionId("connect.error.seg-not-published");

        Shipped.Find(id)!.Id.Should().Be(id);
        Shipped.Find(id)!.Source.ToString().Should().Be("rsm_memseg_import_connect(3RSM), ERRORS");
        Shipped.Find(new AssertionId("connect.error.none")).Should().BeNull();
    }
}
