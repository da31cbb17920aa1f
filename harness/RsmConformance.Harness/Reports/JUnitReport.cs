using System.Globalization;
using System.Xml;

namespace RsmConformance.Harness.Reports;

/// <summary>
/// The verdicts as JUnit XML, for systems that read nothing else. FAIL, CRASH and HANG are failures, and so is a case that
/// is listed as failing and does not; UNRESOLVED, HARNESS_ERROR and what is lost are errors; UNSUPPORTED, UNTESTED, known and
/// waived are skipped, with the reason. A run of nothing is an error, never a green file.
/// </summary>
public static class JUnitReport
{
    private const int MessageLimit = 500;

    private enum Result
    {
        Passed,
        Failure,
        Error,
        Skipped,
    }

    /// <summary>Writes the report.</summary>
    /// <param name="input">The run.</param>
    /// <param name="output">Where it goes; must be stored as UTF-8.</param>
    public static void Write(ReportInput input, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        output.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true });
        IReadOnlyList<ResultLine.Ruled> verdicts = input.Verdicts;
        bool isEmpty = verdicts.Count == 0;
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", PlainText.Line($"RsmConformance {input.Header.Suite}: {input.Header.Iut}", MessageLimit));
        WriteCounts(xml, verdicts, isEmpty ? 1 : 0);
        foreach (IGrouping<string, ResultLine.Ruled> suite in verdicts.GroupBy(r => r.Case.Assertion.Split('.')[0]))
        {
            WriteSuite(xml, input, suite.Key, [.. suite]);
        }

        if (isEmpty)
        {
            WriteEmpty(xml, input);
        }

        xml.WriteEndElement();
    }

    private static Result ResultOf(ResultLine.Ruled result) => result.Disposition switch
    {
        Disposition.Fixed or Disposition.WaiverExpired => Result.Failure,
        Disposition.Lost or Disposition.Duplicate => Result.Error,
        Disposition.Known or Disposition.Waived => Result.Skipped,
        Disposition.Ok or Disposition.Regression or Disposition.WaiverUnused or Disposition.Flaky =>
            Importance.VerdictOf(result) switch
            {
                Verdict.Fail or Verdict.Crash or Verdict.Hang => Result.Failure,
                Verdict.Unresolved or Verdict.HarnessError => Result.Error,
                Verdict.Unsupported or Verdict.Untested => Result.Skipped,
                Verdict.Pass or Verdict.Observed or Verdict.Warn => Result.Passed,
                var verdict => throw new ArgumentOutOfRangeException(nameof(result), verdict, "no such verdict"),
            },
        var disposition => throw new ArgumentOutOfRangeException(nameof(result), disposition, "no such disposition"),
    };

    private static void WriteSuite(XmlWriter xml, ReportInput input, string name, IReadOnlyList<ResultLine.Ruled> verdicts)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", name);
        WriteCounts(xml, verdicts, 0);
        xml.WriteAttributeString("skipped", Number(verdicts.Count(r => ResultOf(r) == Result.Skipped)));
        WriteProperties(xml, input);
        foreach (ResultLine.Ruled verdict in verdicts)
        {
            WriteCase(xml, verdict);
        }

        xml.WriteEndElement();
    }

    private static void WriteEmpty(XmlWriter xml, ReportInput input)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", "run");
        WriteCounts(xml, [], 1);
        xml.WriteAttributeString("skipped", "0");
        WriteProperties(xml, input);
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", "run");
        xml.WriteAttributeString("name", "has-cases");
        xml.WriteAttributeString("time", Seconds(0));
        xml.WriteStartElement("error");
        xml.WriteAttributeString("message", "the run has no verdict: nothing is proved");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, IReadOnlyCollection<ResultLine.Ruled> verdicts, int furtherErrors)
    {
        xml.WriteAttributeString("tests", Number(verdicts.Count + furtherErrors));
        xml.WriteAttributeString("failures", Number(verdicts.Count(r => ResultOf(r) == Result.Failure)));
        xml.WriteAttributeString("errors", Number(verdicts.Count(r => ResultOf(r) == Result.Error) + furtherErrors));
        xml.WriteAttributeString("time", Seconds(verdicts.Sum(r => r.DurationUs)));
    }

    private static void WriteProperties(XmlWriter xml, ReportInput input)
    {
        xml.WriteStartElement("properties");
        foreach ((string name, string value) in RunFacts.Of(input))
        {
            xml.WriteStartElement("property");
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("value", PlainText.Line(value, MessageLimit));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, ResultLine.Ruled verdict)
    {
        string assertion = verdict.Case.Assertion;
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", assertion);
        xml.WriteAttributeString("name", verdict.Case.Text[(assertion.Length + 1)..]);
        xml.WriteAttributeString("time", Seconds(verdict.DurationUs));
        switch (ResultOf(verdict))
        {
            case Result.Passed when Importance.VerdictOf(verdict) != Verdict.Pass:
                xml.WriteElementString("system-out", Details(verdict));
                break;
            case Result.Passed:
                break;
            case Result.Skipped:
                xml.WriteStartElement("skipped");
                xml.WriteAttributeString("message", Message(verdict));
                xml.WriteEndElement();
                break;
            case var bad:
                xml.WriteStartElement(bad == Result.Failure ? "failure" : "error");
                xml.WriteAttributeString("message", Message(verdict));
                xml.WriteAttributeString("type", PlainText.Line(verdict.Reason ?? Importance.Word(verdict.Disposition), MessageLimit));
                xml.WriteString(Details(verdict));
                xml.WriteEndElement();
                break;
        }

        xml.WriteEndElement();
    }

    private static string Message(ResultLine.Ruled verdict) => PlainText.Line(
        $"{verdict.Verdict} ({Importance.Word(verdict.Disposition)}): {verdict.Words ?? verdict.Observed ?? "no reason was given"}", MessageLimit);

    private static string Details(ResultLine.Ruled verdict)
    {
        string?[] lines =
        [
            $"verdict: {verdict.Verdict} ({Importance.Word(verdict.Disposition)})",
            verdict.Words is { } words ? "reason: " + words : null,
            verdict.Assertion is { } assertion ? "assertion: " + assertion : null,
            verdict.Step is { } step ? "step: " + step.Text : null,
            Importance.Permitted(verdict) is { } permitted ? "permitted: " + permitted : null,
            verdict.Observed is { } seen ? "seen: " + seen : null,
        ];
        return string.Join('\n', lines.OfType<string>().Select(line => PlainText.Clean(line)));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(long microseconds) => (microseconds / 1e6m).ToString("0.000000", CultureInfo.InvariantCulture);
}
