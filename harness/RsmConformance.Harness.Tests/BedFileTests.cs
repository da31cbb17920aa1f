using RsmConformance.Contract;
using RsmConformance.Harness;

namespace RsmConformance.Harness.Tests;

public class BedFileTests
{
    private const string Good = """
        name: small
        nodes:
          - symbol: A
            id: 1
            controllers: [{ symbol: loopback, name: loopback }, { symbol: x0, name: sci0 }]
          - symbol: B
            id: 2
            controllers: [{ symbol: x0, name: sci0 }]
        links:
          - [A.x0, B.x0]
        unknown_node: 9
        first_segment_id: 0x600000
        identities:
          owner: { uid: 1, gid: 1 }
        """;

    [Fact]
    public void Parse_GoodFile_SaysWhatTheBedHas()
    {
        BedDescription bed = BedFile.Parse(Good, "bed.yaml");

        bed.Means.Should().BeEquivalentTo(
            "node:A", "node:B", "controller:A.loopback", "controller:A.x0", "controller:B.x0",
            "link:A.x0-B.x0", "link:B.x0-A.x0", "identity:owner");
        bed.FirstSegmentId.Should().Be(0x600000);
        bed.Digest.Should().HaveLength(64);
    }

    [Theory]
    [InlineData("id: 2", "id: 1", "node id 1 stands twice")]
    [InlineData("unknown_node: 9", "unknown_node: 2", "unknown_node 2 is the id of a node")]
    [InlineData("first_segment_id: 0x600000", "first_segment_id: 0x100", "not an id that publish accepts")]
    [InlineData("first_segment_id: 0x600000", "first_segment_id: many", "not an id that publish accepts")]
    [InlineData("[A.x0, B.x0]", "[A.x0, B.x7]", "'B.x7' is no interconnect controller")]
    [InlineData("[A.x0, B.x0]", "[A.x0]", "a link has two ends")]
    [InlineData("[A.x0, B.x0]", "[A.x0, A.x0]", "ends on one node")]
    [InlineData("owner: { uid: 1", "owner: { uid: 0", "uid 0")]
    [InlineData("owner:", "boss:", "none of owner, group")]
    [InlineData("unknown_node: 9", "nodez: 9", "bed.yaml:")]
    [InlineData("name: small", "name: [", "bed.yaml:")]
    public void Parse_BrokenFile_NamesFileAndMend(string good, string broken, string message)
    {
        Action act = () => BedFile.Parse(Good.Replace(good, broken, StringComparison.Ordinal), "bed.yaml");

        UsageException error = act.Should().Throw<UsageException>().Which;
        error.Message.Should().StartWith("bed.yaml").And.Contain(message).And.NotContain("\n");
    }

    [Fact]
    public void Parse_Gates_AreMeansOfTheBed()
    {
        const string gates = "gates: { hold: 'hold {gate} {role}', release: go, fail: 'fail {code}', names: [connect.entry, unpublish.entry] }";

        BedFile.Parse($"{Good}\n{gates}", "bed.yaml").Operation.Means.Should().Equal("gate:connect.entry", "gate:unpublish.entry");
    }

    [Theory]
    [InlineData("gates: { hold: h, release: r, fail: f, names: [connect.exit] }", "'connect.exit' is none of connect.entry")]
    [InlineData("gates: { hold: 'h {pid}', release: r, fail: f, names: [connect.entry] }", "nothing stands for {pid}")]
    public void Parse_BrokenGates_NamesFileAndMend(string gates, string message)
    {
        Action act = () => BedFile.Parse($"{Good}\n{gates}", "bed.yaml");

        act.Should().Throw<UsageException>().Which.Message.Should().StartWith("bed.yaml").And.Contain(message);
    }

    [Fact]
    public void Load_NoSuchFile_NamesItAndTheMend()
    {
        Action act = () => BedFile.Load("no/such/bed.yaml");

        act.Should().Throw<AdapterException>().WithMessage("no/such/bed.yaml: cannot be read*--bed*");
    }
}
