namespace RsmConformance.House.Tests;

public class DocumentLinksTests
{
    private static readonly RepositoryFile[] Others =
        [new("LICENSE", ""), new("spec/assertions/connect.yaml", ""), new("ci/test", "")];

    [Theory]
    [InlineData("[licence](LICENCE)")]
    [InlineData("[up](../../LICENSE)")]
    [InlineData("[part](spec/gone.md#part \"title\")")]
    [InlineData("see `spec/assertions/gone.yaml`")]
    [InlineData("run `ci/tset --quick` now")]
    [InlineData("see `spec/*.yaml`")]
    [InlineData("```\nci/tset\n```")]
    public void Check_NameOfNothing_IsFound(string text) => Check(text).Should().ContainSingle();

    [Theory]
    [InlineData("[licence](LICENSE) and [folder](./spec/assertions/) and [here](#below)")]
    [InlineData("[far](https://example.org/spec/gone)")]
    [InlineData("see `spec/assertions/*.yaml`, `spec/assertions` and `spec/`")]
    [InlineData("see `ci/bin/gone` and `out/gone`")]
    [InlineData("an id `connect.error.bad-addr/null` and `application/json` and a plain ci/gone")]
    [InlineData("```\nci/test [args]  # not [a link](gone)\n```")]
    public void Check_NameOfSomethingOrNoName_IsSilent(string text) => Check(text).Should().BeEmpty();

    [Fact]
    public void Check_LinkInAFolder_IsResolvedFromThere()
    {
        RepositoryFile document = new("spec/README.md", "[a](assertions/connect.yaml) [b](../LICENSE) [c](LICENSE)");
        DocumentLinks.Check([.. Others, document]).Should().ContainSingle().Which.Words.Should().Contain("LICENSE");
    }

    private static IEnumerable<Finding> Check(string text) =>
        DocumentLinks.Check([.. Others, new("README.md", text)]);
}
