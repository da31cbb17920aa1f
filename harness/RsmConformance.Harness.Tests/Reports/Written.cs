using RsmConformance.Harness.Reports;

namespace RsmConformance.Harness.Tests.Reports;

/// <summary>Reports as text, and text that an implementation may write to do harm.</summary>
internal static class Written
{
    /// <summary>Ends of elements and strings, workflow commands, control characters, half a surrogate pair, turned direction.</summary>
    public const string Hostile =
        "</script><script>window.harmed=1</script><img src=x onerror=window.harmed=1>\"'`|**]]>--> \r\n::error::owned\n%0A "
        + "@everyone http://evil.example \0\u0001\u001B[31m\uFFFF \uD800 \u202Egnorts\u2028 {{script}} &amp;";

    /// <summary>The hostile text, again and again, to megabytes.</summary>
    public static string Megabytes { get; } = string.Concat(Enumerable.Repeat(Hostile, 20_000));

    public static string By(Action<ReportInput, TextWriter> write, ReportInput input)
    {
        using var output = new StringWriter { NewLine = "\n" };
        write(input, output);
        return output.ToString();
    }

    /// <summary>A run whose every text is hostile.</summary>
    public static ReportInput HostileRun(string text, int count = 20)
    {
        ReportInput run = GeneratedRun.Of(count, Verdict.Fail, text);
        return run with
        {
            Header = run.Header with { Iut = text },
            Notes = [text],
            Results = [.. run.Results.Select(r => r with { Words = text, Permitted = [text], Assertion = text, Deviations = [text] })],
            Evidence = run.Evidence.ToDictionary(
                e => e.Key,
                e => e.Value with { Fault = text, Events = [.. e.Value.Events.Select(x => x with { Resolved = text, Why = text, Process = text })] }),
        };
    }
}
