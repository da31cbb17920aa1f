using System.CommandLine;
using System.Diagnostics;
using RsmConformance.Adapters.Reference;
using RsmConformance.Cli.Inputs;
using RsmConformance.Cli.Rendering;
using RsmConformance.Cli.Watching;
using RsmConformance.Contract;
using RsmConformance.Defects;
using RsmConformance.Harness;
using RsmConformance.Harness.Discrimination;

namespace RsmConformance.Cli.Verbs;

/// <summary><c>selftest</c>: how many wrong implementations the suite notices, and for the right reason.</summary>
internal sealed class SelfTestVerb(Lazy<Suite> suite, Screen screen, CancellationToken stop)
{
    private readonly Option<bool> _full = new("--full")
    {
        Description = "Play every case on every defect and write the matrix; without it, a defect is done with at its first right kill.",
    };

    private readonly Option<string[]> _defects = new("--defect")
    {
        Description = "Only defects whose id matches; @FILE for a file of patterns.",
        HelpName = "PATTERN",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string> _jobs = new("--jobs")
    {
        Description = "Defects hunted at once; without it, two a processor.",
        HelpName = "N",
    };

    private readonly Option<string> _output = new("--output")
    {
        Description = "The folder for the reports.",
        HelpName = "DIR",
    };

    public Command ToCommand()
    {
        var command = new Command("selftest", "Hunt seeded defects of the reference with the suite: what is a PASS worth?");
        command.Add(_full);
        command.Add(_defects);
        command.Add(_jobs);
        command.Add(_output);
        command.SetAction(Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        string? folder = parsed.GetValue(_output);
        bool full = parsed.GetValue(_full);
        if (full && folder is null)
        {
            throw new UsageException("--full writes its matrix into a folder; name one with --output DIR");
        }

        int jobs = (int)(NumberInput.Whole("--jobs", parsed.GetValue(_jobs), 1, 1024) ?? 2 * Environment.ProcessorCount);
        Mutant[] mutants = Select(parsed.GetValue(_defects)!);
        long start = Stopwatch.GetTimestamp();
        SelfTestReport report;
        try
        {
            report = new SelfTest(suite.Value.UnderUse, suite.Value.Specification, BedInput.Load(null), () => new ReferenceAdapter())
                .Run(mutants, new SelfTestRequest(full, jobs), new HuntProgress(screen.Error, mutants.Length).Note, stop);
        }
        catch (OperationCanceledException)
        {
            screen.Error.WriteLine("rsm-conformance: interrupted; no report was written");
            return ExitCode.Interrupted;
        }

        int exit = report.IsClean ? ExitCode.Conforming : ExitCode.Nonconforming;
        IReadOnlyList<string> files = folder is null ? [] : SelfTestFiles.Write(folder, report, suite.Value, full);
        SelfTestText.Write(screen.Output, report, Stopwatch.GetElapsedTime(start), files);
        screen.Output.WriteLine($"exit {exit}: {ExitText.Of(exit)}");
        return exit;
    }

    private static Mutant[] Select(string[] words)
    {
        IReadOnlyList<CasePattern> patterns = new PatternInput("--defect", "defect", [.. DefectCatalogue.All.Select(d => d.Id)]).Read(words);
        return [.. DefectCatalogue.All.Where(d => patterns.Count == 0 || patterns.Any(p => p.Matches(d.Id))).Select(SeededDefect.ToMutant)];
    }
}
