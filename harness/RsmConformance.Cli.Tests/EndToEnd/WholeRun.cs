using RsmConformance.Harness;

namespace RsmConformance.Cli.Tests.EndToEnd;

/// <summary>A run that nobody disturbed, to compare others with.</summary>
public sealed class WholeRun : IDisposable
{
    /// <summary>The options that choose its cases.</summary>
    internal static readonly string[] Selection = ["run", "--iut", "reference", "--case", "connect.permission.**"];

    private readonly Folder _folder = new();

    public WholeRun()
    {
        Tool.Run(_folder, Selection).Exit.Should().Be(0);
        IReadOnlyList<ResultLine> lines = StoredLines.Results(_folder.Of("out", "run"));
        Verdicts = VerdictsOf(lines);
        Planned = lines.OfType<ResultLine.Header>().Single().Planned.Count;
        string text = File.ReadAllText(_folder.Of("out", "run", RunService.ResultsName));
        Length = text.Length;
        Head = text.IndexOf("{\"type\":\"verdict\"", StringComparison.Ordinal);
    }

    /// <summary>Cases planned.</summary>
    public int Planned { get; }

    /// <summary>Bytes of its results.</summary>
    public long Length { get; }

    /// <summary>Bytes before its first verdict.</summary>
    public long Head { get; }

    /// <summary>Its verdicts with everything but the duration.</summary>
    internal IReadOnlyList<string> Verdicts { get; }

    public void Dispose() => _folder.Dispose();

    internal static IReadOnlyList<string> VerdictsOf(IEnumerable<ResultLine> lines) =>
    [
        .. lines.OfType<ResultLine.Ruled>().Select(r => Contract.Protocol.Write<ResultLine>(r with { DurationUs = 0 }))
            .Order(StringComparer.Ordinal),
    ];
}
