using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using RsmConformance.Harness.Reports;

namespace RsmConformance.Harness.Tests.Reports;

public class JUnitReportTests
{
    [Theory]
    [InlineData(Verdict.Pass, Disposition.Ok, "")]
    [InlineData(Verdict.Observed, Disposition.Ok, "")]
    [InlineData(Verdict.Warn, Disposition.Ok, "")]
    [InlineData(Verdict.Fail, Disposition.Regression, "failure")]
    [InlineData(Verdict.Crash, Disposition.Regression, "failure")]
    [InlineData(Verdict.Hang, Disposition.Regression, "failure")]
    [InlineData(Verdict.Unresolved, Disposition.Ok, "error")]
    [InlineData(Verdict.HarnessError, Disposition.Ok, "error")]
    [InlineData(Verdict.Unsupported, Disposition.Ok, "skipped")]
    [InlineData(Verdict.Untested, Disposition.Ok, "skipped")]
    [InlineData(Verdict.Fail, Disposition.Known, "skipped")]
    [InlineData(Verdict.Crash, Disposition.Waived, "skipped")]
    [InlineData(Verdict.Fail, Disposition.WaiverExpired, "failure")]
    [InlineData(Verdict.Pass, Disposition.Fixed, "failure")]
    [InlineData(Verdict.Pass, Disposition.Duplicate, "error")]
    public void Write_Verdict_BecomesTheElementOfTheDesign(Verdict verdict, Disposition disposition, string element)
    {
        XElement testCase = Read(GeneratedRun.With(verdict, disposition)).Descendants("testcase").Single();

        testCase.Elements().Select(e => e.Name.LocalName).Where(n => n != "system-out").Should().Equal(element.Length > 0 ? [element] : []);
    }

    [Fact]
    public void Write_EveryKind_IsValidAndCountsItself()
    {
        XElement root = Read(GeneratedRun.Of(1000));

        root.Attribute("tests")!.Value.Should().Be("1000");
        int Sum(string name) => root.Elements("testsuite").Sum(s => (int)s.Attribute(name)!);
        Sum("tests").Should().Be(root.Descendants("testcase").Count());
        Sum("failures").Should().Be(root.Descendants("failure").Count()).And.Be((int)root.Attribute("failures")!).And.BePositive();
        Sum("errors").Should().Be(root.Descendants("error").Count()).And.Be((int)root.Attribute("errors")!).And.BePositive();
        Sum("skipped").Should().Be(root.Descendants("skipped").Count()).And.BePositive();
    }

    [Fact]
    public void Write_Failure_TellsAssertionStepPermittedAndSeen()
    {
        string failure = Read(GeneratedRun.Of(1, Verdict.Fail)).Descendants("failure").Single().Value;

        failure.Should().ContainAll("assertion: ", "step: connect", "permitted: RSMERR_PERM_DENIED", "seen: RSM_SUCCESS");
    }

    [Fact]
    public void Write_NoVerdict_IsAnErrorAndNotGreen() =>
        Read(GeneratedRun.Of(0)).Attribute("errors")!.Value.Should().Be("1");

    [Fact]
    public void Write_PlannedWithoutVerdict_IsAnError()
    {
        ReportInput run = GeneratedRun.Of(3, Verdict.Pass);

        Read(run with { Results = [run.Results[0]], Summary = null }).Attribute("errors")!.Value.Should().Be("2");
    }

    [Fact]
    public void Write_HostileText_IsValidAndBounded()
    {
        string text = Written.By(JUnitReport.Write, Written.HostileRun(Written.Megabytes));

        Parse(text).Descendants("failure").Should().HaveCount(20);
        text.Length.Should().BeLessThan(1_000_000);
    }

    [Fact]
    public void Schema_WrongCount_IsRefused()
    {
        Action act = () => Parse("<testsuites name='x' tests='-1' failures='0' errors='0' time='0'/>");

        act.Should().Throw<XmlSchemaValidationException>();
    }

    private static XElement Read(ReportInput input) => Parse(Written.By(JUnitReport.Write, input));

    private static XElement Parse(string text)
    {
        using Stream schema = typeof(JUnitReportTests).Assembly.GetManifestResourceStream("junit.xsd")!;
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema };
        settings.Schemas.Add(null, XmlReader.Create(schema));
        using var reader = XmlReader.Create(new StringReader(text), settings);
        return XElement.Load(reader);
    }
}
