using System.CommandLine;
using RsmConformance.Cli.CommandLine;
using RsmConformance.Cli.Inputs;
using RsmConformance.Cli.Rendering;
using RsmConformance.Cli.Watching;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Spec;

namespace RsmConformance.Cli.Verbs;

/// <summary>
/// <c>plan</c>: what a run would play on this bed, and what it could not, for want of which means. It asks the implementation's
/// agent, as a run does, and plays nothing.
/// </summary>
internal sealed class PlanVerb(Lazy<Suite> suite, Screen screen)
{
    private readonly IutOptions _iut = new();
    private readonly SelectionOptions _selection = new();
    private readonly Option<bool> _strict = new("--strict") { Description = "Count cases that lack means as incomplete (exit 3)." };

    public Command ToCommand()
    {
        var command = new Command("plan", "Say what can be run on a bed and what cannot, because of which missing means.");
        _iut.AddTo(command);
        _selection.AddTo(command);
        command.Add(_strict);
        command.SetAction(Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        IutUnderTest iut = _iut.ReadIut(parsed);
        Profile profile = _selection.ReadProfile(parsed, suite.Value);
        BedDescription bed = _iut.ReadBed(parsed, iut);
        Plan plan = Make(iut, bed, profile, _selection.Read(parsed, suite.Value));
        RunHead.Write(screen.Output, suite.Value, iut.Title, profile, bed.Name, "(a plan has none)");
        PlanText.Write(screen.Output, plan);
        bool undecidable = !plan.Planned.Any() || (parsed.GetValue(_strict) && plan.Unplayable.Count > 0);
        int exit = undecidable ? ExitCode.Incomplete : ExitCode.Conforming;
        screen.Output.WriteLine($"exit {exit}: {ExitText.Of(exit)}");
        return exit;
    }

    // A run that is stopped before its first case: what it plans is what a run plans.
    private Plan Make(IutUnderTest iut, BedDescription bed, Profile profile, CaseSelection selection)
    {
        using var folder = new TemporaryFolder();
        using IAdapter adapter = iut.Open(bed);
        var keeper = new PlanKeeper();
        var settings = new RunSettings("plan", RunSettings.DefaultStepLimit, 1);
        new RunService(adapter, keeper).Execute(
            new RunRequest(suite.Value.UnderUse, selection, profile, bed, settings, 1, 0, false, false, folder.Path),
            new CancellationToken(canceled: true));
        return keeper.Plan ?? throw new InvalidOperationException("a run began without a plan");
    }

    private sealed class PlanKeeper : IRunObserver
    {
        public Plan? Plan { get; private set; }

        public void Begin(Plan plan) => Plan = plan;

        public void Ruled(ResultLine.Ruled result)
        {
            // Only the plan is wanted.
        }
    }
}
