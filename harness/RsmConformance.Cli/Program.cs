using RsmConformance.Cli.CommandLine;
using RsmConformance.Cli.Inputs;
using RsmConformance.Cli.Verbs;
using RsmConformance.Cli.Watching;
using Spectre.Console;

using var interruption = new Interruption(Console.Error);
var screen = new Screen(Console.Out, Console.Error, Console.IsOutputRedirected ? null : AnsiConsole.Console);
var suite = new Lazy<Suite>(Suite.Load);
bool debug = Environment.GetEnvironmentVariable("RSM_CONFORMANCE_DEBUG") == "1";
return new Application(RootVerb.Make(suite, screen, interruption.Token), screen.Output, screen.Error, debug).Run(args);
