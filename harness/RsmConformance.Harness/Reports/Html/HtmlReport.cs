using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace RsmConformance.Harness.Reports.Html;

/// <summary>
/// The run as one HTML file that needs nothing else: no network, no other file. The page is report.html, report.css and
/// report.js; what is here only fills in data, and a policy that lets no other script run.
/// </summary>
public static class HtmlReport
{
    private const int ChunkSize = 64;

    // Above this, steps are compressed also where there is something to look into, so that the page stays quick to open.
    private const int MostPlain = 500;

    /// <summary>Writes the report.</summary>
    /// <param name="input">The run.</param>
    /// <param name="output">Where it goes; must be stored as UTF-8.</param>
    public static void Write(ReportInput input, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        IReadOnlyList<ResultLine.Ruled> verdicts = Importance.Sort(input.Verdicts);
        var standing = Standing.Of(input);
        string style = Resource("report.css");
        string script = Resource("report.js");
        string page = Resource("report.html");
        var fill = new Dictionary<string, Action>(StringComparer.Ordinal)
        {
            ["policy"] = () => output.Write(Policy(style, script)),
            ["title"] = () => output.Write(Escape(PlainText.Line(input.Header.Iut, 120))),
            ["headline"] = () => output.Write(Escape(standing.Headline)),
            ["style"] = () => output.Write(style),
            ["script"] = () => output.Write(script),
            ["facts"] = () => output.Write(JsonSerializer.Serialize(PageFacts.Of(input, standing, verdicts, ChunkSize), PageJson.Default.PageFacts)),
            ["details"] = () => WriteDetails(input, verdicts, output),
        };
        Fill(page, fill, output);
    }

    private static void Fill(string page, Dictionary<string, Action> fill, TextWriter output)
    {
        string[] parts = page.Split("{{");
        output.Write(parts[0]);
        foreach (string part in parts.Skip(1))
        {
            int end = part.IndexOf("}}", StringComparison.Ordinal);
            fill[part[..end]]();
            output.Write(part.AsSpan(end + 2));
        }
    }

    private static void WriteDetails(ReportInput input, IReadOnlyList<ResultLine.Ruled> verdicts, TextWriter output)
    {
        var builder = new CaseDetailBuilder(input);
        int[] plain = [.. Enumerable.Range(0, verdicts.Count).Where(i => !Importance.IsQuiet(verdicts[i])).Take(MostPlain)];
        foreach (int i in plain)
        {
            output.Write($"<script type=\"application/json\" id=\"case-{i}\">");
            output.Write(JsonSerializer.Serialize(builder.Build(verdicts[i].Case), PageJson.Default.CaseDetail));
            output.Write("</script>\n");
        }

        HashSet<int> done = [.. plain];
        IEnumerable<string> chunks = verdicts
            .Select((verdict, i) => done.Contains(i) ? null : verdict)
            .Chunk(ChunkSize)
            .AsParallel().AsOrdered()
            .Select(chunk => Compress([.. chunk.Select(v => v is null ? null : builder.Build(v.Case))]));
        int number = 0;
        foreach (string chunk in chunks)
        {
            output.Write($"<script type=\"text/plain\" id=\"chunk-{number++}\">{chunk}</script>\n");
        }
    }

    private static string Compress(CaseDetail?[] details)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(JsonSerializer.SerializeToUtf8Bytes(details, PageJson.Default.CaseDetailArray));
        }

        return Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }

    private static string Policy(string style, string script) =>
        $"default-src 'none'; style-src 'sha256-{Hash(style)}'; script-src 'sha256-{Hash(script)}'; img-src data:; "
        + "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Escape(string text) => System.Net.WebUtility.HtmlEncode(text);

    private static string Resource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("reports/" + name)
            ?? throw new InvalidOperationException($"the assembly lacks {name}");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
