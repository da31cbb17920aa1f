using System.CommandLine;
using RsmConformance.Cli.Inputs;
using RsmConformance.Cli.Rendering;
using RsmConformance.Cli.Watching;

namespace RsmConformance.Cli.Verbs;

/// <summary>The command itself, with its verbs.</summary>
internal static class RootVerb
{
    private const string Description =
        "Says, with evidence, whether an implementation of rsm_memseg_import_connect and rsm_memseg_import_disconnect conforms.";

    public static RootCommand Make(Lazy<Suite> suite, Screen screen, CancellationToken stop)
    {
        var root = new RootCommand($"{Description}\n\nExit codes:\n{ExitText.Table}");
        root.Add(new RunVerb(suite, screen, stop).ToCommand());
        root.Add(new PlanVerb(suite, screen).ToCommand());
        root.Add(new ProbeVerb(screen).ToCommand());
        root.Add(new ListVerb(suite, screen).ToCommand());
        root.Add(new ShowVerb(suite, screen).ToCommand());
        root.Add(new JudgeVerb(suite, screen).ToCommand());
        root.Add(new ReplayVerb(suite, screen, stop).ToCommand());
        root.Add(new ReproVerb(suite, screen).ToCommand());
        root.Add(new ExplainVerb(suite, screen).ToCommand());
        root.Add(new CompareVerb(suite, screen).ToCommand());
        root.Add(new BaselineVerb(suite, screen).ToCommand());
        root.Add(new ReportVerb(suite, screen).ToCommand());
        root.Add(new CoverageVerb(suite, screen, stop).ToCommand());
        root.Add(new SelfTestVerb(suite, screen, stop).ToCommand());
        root.Add(new InitVerb(screen).ToCommand());
        root.Add(new HostVerb().ToCommand());
        return root;
    }
}
