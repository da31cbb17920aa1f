using System.Text.Json;
using RsmConformance.Harness.Reports;

namespace RsmConformance.Harness.Tests.Reports;

public class SmallReportTests
{
    [Fact]
    public void WriteBadge_EveryKind_HasTheFieldsOfAnEndpoint()
    {
        JsonElement badge = Badge(GeneratedRun.Of(1000));

        badge.GetProperty("schemaVersion").GetInt32().Should().Be(1);
        badge.GetProperty("label").GetString().Should().Be("RSMAPI strict");
        badge.GetProperty("message").GetString().Should().StartWith("990 passed, ").And.Contain("2 fail");
        badge.GetProperty("color").GetString().Should().Be("red");
    }

    [Fact]
    public void WriteBadge_Conforming_IsGreen() => Badge(GeneratedRun.Of(5, Verdict.Pass)).GetProperty("color").GetString().Should().Be("brightgreen");

    [Fact]
    public void WriteBadge_NothingRunOrCutOff_IsNotGreen()
    {
        Badge(GeneratedRun.Of(0)).GetProperty("color").GetString().Should().Be("orange");
        Badge(GeneratedRun.Of(5, Verdict.Pass) with { Summary = null }).GetProperty("color").GetString().Should().Be("orange");
    }

    [Fact]
    public void WriteAnnotations_Failure_IsOneErrorLine()
    {
        string text = Written.By(AnnotationReport.Write, GeneratedRun.Of(1, Verdict.Fail));

        text.Should().StartWith("::error title=FAIL connect.return.success-zero/").And.EndWith("seen: RSM_SUCCESS\n");
        text.Should().Contain("%0Apermitted: RSMERR_PERM_DENIED");
        text.Count(c => c == '\n').Should().Be(1);
    }

    [Fact]
    public void WriteAnnotations_Hostile_CannotGiveACommandOfItsOwn()
    {
        string[] lines = Written.By(AnnotationReport.Write, Written.HostileRun(Written.Hostile)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.Should().HaveCount(20).And.OnlyContain(l => l.StartsWith("::error title=") && l.Contains("%250A"));
    }

    [Fact]
    public void WriteAnnotations_Many_AreCountedInTheEnd() =>
        Written.By(AnnotationReport.Write, GeneratedRun.Of(80, Verdict.Fail)).Split('\n')[^2].Should().EndWith("::30 further cases not annotated");

    [Fact]
    public void WriteAnnotations_CutOffWithoutABadVerdict_IsStillAnError() =>
        Written.By(AnnotationReport.Write, GeneratedRun.Of(2, Verdict.Pass) with { Summary = null }).Should().StartWith("::error title=Incomplete");

    private static JsonElement Badge(ReportInput input) => JsonDocument.Parse(Written.By(BadgeReport.Write, input)).RootElement;
}
