using System.CommandLine;
using RsmConformance.Cli.CommandLine;
using RsmConformance.Cli.Inputs;
using RsmConformance.Cli.Rendering;
using RsmConformance.Cli.Watching;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Harness.Probing;

namespace RsmConformance.Cli.Verbs;

/// <summary><c>probe</c>: checks that a bed is what it claims, before any verdict.</summary>
internal sealed class ProbeVerb(Screen screen)
{
    private readonly IutOptions _iut = new();

    public Command ToCommand()
    {
        var command = new Command("probe", "Check a bed before any verdict: agents, public functions, identities, links, hooks.");
        _iut.AddTo(command);
        command.SetAction(Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        IutUnderTest iut = _iut.ReadIut(parsed);
        BedDescription bed = _iut.ReadBed(parsed, iut);
        screen.Output.WriteLine($"iut      {SafeText.Of(iut.Title)}");
        screen.Output.WriteLine($"bed      {SafeText.Of(bed.Name)}");
        using IAdapter adapter = iut.Open(bed);
        int wrong = 0;
        foreach (ProbeFinding finding in new BedProbe(adapter, bed, new RunSettings("probe", RunSettings.DefaultStepLimit, 1)).Run())
        {
            wrong += finding.IsGood ? 0 : 1;
            screen.Output.WriteLine($"{(finding.IsGood ? "ok   " : "WRONG")}    {SafeText.Of(finding.Claim)}: {SafeText.Of(finding.Words)}");
        }

        int exit = wrong == 0 ? ExitCode.Conforming : ExitCode.NoImplementation;
        screen.Output.WriteLine(wrong == 0
            ? $"exit {exit}: the bed is what it claims; now 'run'"
            : $"exit {exit}: {wrong} claims of the bed do not hold; verdicts on it would mean nothing");
        return exit;
    }
}
