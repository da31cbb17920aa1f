using System.CommandLine;
using RsmConformance.Adapters.Reference;
using RsmConformance.Cli.Inputs;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Harness.Repro;
using RsmConformance.Spec;

namespace RsmConformance.Cli.CommandLine;

/// <summary>The options that say how a failure is reduced, and how long.</summary>
internal sealed class ReproOptions
{
    private static readonly TimeSpan UsualStep = TimeSpan.FromSeconds(5);

    private readonly Option<string> _timeout = new("--timeout")
    {
        Description = "How long a step may take before it counts as hung; 5 without it.",
        HelpName = "SECONDS",
    };

    private readonly Option<string> _within = new("--within")
    {
        Description = "How long the reduction may take; 60 without it.",
        HelpName = "SECONDS",
    };

    public void AddTimeoutTo(Command command) => command.Add(_timeout);

    public void AddTo(Command command)
    {
        AddTimeoutTo(command);
        command.Add(_within);
    }

    /// <exception cref="UsageException">A number is none.</exception>
    public Reproducer Read(ParseResult parsed, Suite suite, IutUnderTest iut, IAdapter adapter, BedDescription bed, Profile profile)
    {
        RunSettings settings = Settings(parsed);
        TimeSpan within = NumberInput.Real("--within", parsed.GetValue(_within), 1, 86_400) is { } seconds
            ? TimeSpan.FromSeconds(seconds)
            : ShrinkLimits.Usual.Time;
        return new Reproducer(
            new Player(adapter, bed, profile, settings),
            new Player(new ReferenceAdapter(), bed, profile, settings),
            suite.Specification,
            iut.Library is { } library ? new NativeToolchain(library) : null,
            ShrinkLimits.Usual with { Time = within });
    }

    public RunSettings Settings(ParseResult parsed) => new(
        "repro",
        NumberInput.Real("--timeout", parsed.GetValue(_timeout), 0.001, 86_400) is { } seconds ? TimeSpan.FromSeconds(seconds) : UsualStep,
        1);
}
