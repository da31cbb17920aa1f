using RsmConformance.Conformance;
using RsmConformance.Spec;

namespace RsmConformance.Cli.Tests.EndToEnd;

public sealed class ReadingTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void List_WithoutSelection_ListsEveryCaseOnce()
    {
        ToolResult result = Tool.Run(_folder, "list");

        result.Exit.Should().Be(0);
        FirstColumn(result).Should().Equal(Catalogue.All.Select(c => c.Id.Text));
    }

    [Fact]
    public void List_Assertions_ListsEveryAssertionOnce()
    {
        ToolResult result = Tool.Run(_folder, "list", "assertions");

        result.Exit.Should().Be(0);
        FirstColumn(result).Should().Equal(Specification.Load().Assertions.Select(a => a.Id.Value));
        result.Output.Should().MatchRegex(@"connect\.attributes\.stability\teffect\tUNTESTED\t");
    }

    [Fact]
    public void List_CasesOfAnAssertion_ListsThoseThatBearOnIt()
    {
        ToolResult result = Tool.Run(_folder, "list", "--assertion", "connect.error.bad-addr");

        FirstColumn(result).Should().NotBeEmpty()
            .And.Equal(Catalogue.All.Where(c => c.Assertions.Contains("connect.error.bad-addr")).Select(c => c.Id.Text));
    }

    [Fact]
    public void List_OfProfile_LeavesOutWhatItDoesNotDemand()
    {
        ToolResult result = Tool.Run(_folder, "list", "--profile", "strict");

        FirstColumn(result).Should().Equal(Catalogue.All.Where(c => c.Profiles.Contains("strict")).Select(c => c.Id.Text))
            .And.HaveCountLessThan(Catalogue.All.Count);
    }

    [Fact]
    public void Show_Case_IsReadableWithoutOurSource()
    {
        ToolResult result = Tool.Run(_folder, "show", "connect.error.bad-addr/null");

        result.Exit.Should().Be(0);
        result.Output.Should().Contain("Ensure that ")
            .And.Contain("needs: ")
            .And.MatchRegex(@"importer on node A, user 'owner', umask 0?022")
            .And.Contain("rsm_memseg_import_connect(ctl, node_B, id_S1, RSM_PERM_RDWR, NULL);")
            .And.Contain("changed: memseg")
            .And.MatchRegex(@"RSMERR_BAD_SEG_HNDL +A04\.bad-seg-hndl +permitted")
            .And.MatchRegex(@"killed +A04\.crash +FAIL +WARN \(D01\) +FAIL");
    }

    [Fact]
    public void Show_Assertion_NamesReadingsAndCases()
    {
        ToolResult result = Tool.Run(_folder, "show", "connect.error.bad-seg-hndl");

        result.Exit.Should().Be(0);
        result.Output.Should().Contain("rsm_memseg_import_connect(3RSM), ERRORS")
            .And.Contain("kind:     error, RSMERR_BAD_SEG_HNDL")
            .And.Contain("A04.crash  (not by hardened; WARN in historical, D01; not by strict)")
            .And.Contain("  connect.error.bad-addr/null");
    }

    [Fact]
    public void Show_UntestedAssertion_SaysWhy()
    {
        ToolResult result = Tool.Run(_folder, "show", "connect.attributes.stability");

        result.Output.Should().Contain("UNTESTED: A promise about later releases").And.Contain("cases: 0");
    }

    [Fact]
    public void Show_EveryCase_HasWords()
    {
        var renderer = new Cli.Rendering.CaseText(Specification.Load());
        foreach (var testCase in Catalogue.All)
        {
            using var text = new StringWriter();
            renderer.Write(text, testCase);
            text.ToString().Should().Contain(testCase.Id.Text).And.Contain("permitted:").And.NotContain("RsmConformance");
        }
    }

    [Fact]
    public void Plan_OnSmallBed_NamesWhatIsMissing()
    {
        string bed = _folder.Write("bed.yaml", SmallBed.Yaml);
        string[] cases = ["--case", SmallBed.PlayableCase, SmallBed.UnplayableCase];

        ToolResult plain = Tool.Run(_folder, ["plan", "--iut", "reference", "--bed", bed, .. cases]);
        ToolResult strict = Tool.Run(_folder, ["plan", "--iut", "reference", "--bed", bed, "--strict", .. cases]);

        plain.Exit.Should().Be(0);
        plain.Output.Should().Contain("planned  2: 1 to play, 1 unplayable")
            .And.Contain("  " + SmallBed.PlayableCase)
            .And.MatchRegex(@"unplayable, the bed or agent lacks .*node:B:\n  " + SmallBed.UnplayableCase);
        strict.Exit.Should().Be(3);
        Directory.Exists(_folder.Of("out")).Should().BeFalse("a plan leaves nothing behind");
    }

    private static string[] FirstColumn(ToolResult result) =>
        [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')[0])];
}
