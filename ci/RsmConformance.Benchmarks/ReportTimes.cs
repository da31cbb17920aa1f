using System.Globalization;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Harness.Reports;
using RsmConformance.Harness.Reports.Html;
using RsmConformance.Harness.Tests.Reports;
using RsmConformance.Harness.Tests.Reports.Browser;

namespace RsmConformance.Benchmarks;

/// <summary>The reports of a run with 20,000 verdicts: how long they take to make, and the page in a browser.</summary>
internal static class ReportTimes
{
    private const int Verdicts = 20_000;

    private const string Filter =
        """
        (async () => {
          const text = document.getElementById("text"), times = [];
          for (const word of ["perm-0400", "other-", "connect.error", "1999", ""]) {
            const before = document.getElementById("count").textContent, start = performance.now();
            text.value = word;
            text.dispatchEvent(new Event("input", { bubbles: true }));
            while (document.getElementById("count").textContent === before) await new Promise(requestAnimationFrame);
            times.push(performance.now() - start);
          }
          return Math.max(...times);
        })()
        """;

    public static IEnumerable<(string What, string Result)> All()
    {
        ReportInput run = GeneratedRun.Of(Verdicts);
        string html = "";
        yield return Row("HTML report of 20,000 verdicts, first time in a process", Timing.Cpu(() => html = Written(HtmlReport.Write, run)));
        yield return Row("the same, warm", Timing.Cpu(() => Written(HtmlReport.Write, run)));
        yield return Row("JUnit and Markdown of them", Timing.Cpu(() =>
        {
            Written(JUnitReport.Write, run);
            Written((input, output) => MarkdownReport.Write(input, output), run);
        }));
        yield return Row("reading results and trace of them", Files(run));
        foreach ((string what, double milliseconds) in Browse(html).GetAwaiter().GetResult())
        {
            yield return (what, string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0} ms"));
        }
    }

    private static async Task<IReadOnlyList<(string What, double Milliseconds)>> Browse(string html)
    {
        await using var browser = new HeadlessBrowser();
        await browser.Start();
        await using Page page = await browser.Open(html);
        await page.Until("document.querySelector('.row')");
        double busy = await page.Busy();
        double ready = (double)await page.Evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd");
        double filter = (double)await page.Evaluate(Filter);
        return
        [
            ("the page until it is interactive, headless Chromium", ready), ("processor time of the page's thread until then", busy),
            ("the slowest of five filters in it", filter),
        ];
    }

    private static (TimeSpan Wall, TimeSpan Cpu) Files(ReportInput run)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("rsm-benchmark-");
        try
        {
            using (var results = new LineFile<ResultLine>(Path.Combine(folder.FullName, RunService.ResultsName)))
            using (var trace = new LineFile<TraceLine>(Path.Combine(folder.FullName, TraceFile.Name)))
            {
                ResultLine.Header h = run.Header;
                results.Add([h, .. run.Results, run.Summary!]);
                trace.Add(new TraceLine.Header(
                    h.Schema, h.Suite, h.SuiteDigest, h.Iut, h.IutDigest, h.BedDigest, h.Profile, h.Seed, h.Run, h.Planned, h.ProfileDigest, h.Shard));
                foreach (RecordedCase recorded in run.Results.Select(r => run.Evidence[r.Case]))
                {
                    trace.Add([new TraceLine.Session(recorded.Case, recorded.Setup), .. recorded.Events.Select(e => new TraceLine.Event(e)), new TraceLine.End(recorded.Case, recorded.Fault)]);
                }
            }

            return Timing.Cpu(() => ReportInput.Read(folder.FullName, run.Cases.Values, run.Specification));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Written(Action<ReportInput, TextWriter> report, ReportInput run)
    {
        using var writer = new StringWriter();
        report(run, writer);
        return writer.ToString();
    }

    private static (string What, string Result) Row(string what, (TimeSpan Wall, TimeSpan Cpu) time) =>
        (what, $"{SuiteTimes.Ms(time.Wall)} ({SuiteTimes.Ms(time.Cpu)} of processor time)");
}
