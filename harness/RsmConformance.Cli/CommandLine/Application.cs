using System.CommandLine;
using RsmConformance.Cli.Rendering;
using RsmConformance.Contract;
using RsmConformance.Harness;

namespace RsmConformance.Cli.CommandLine;

/// <summary>From words to exit code: parses, runs the verb, and says what went wrong in one line.</summary>
/// <param name="root">The verbs.</param>
/// <param name="output">Where the verbs write.</param>
/// <param name="error">Where errors go.</param>
/// <param name="debug">Whether an internal error shows its stack.</param>
internal sealed class Application(RootCommand root, TextWriter output, TextWriter error, bool debug)
{
    public int Run(IReadOnlyList<string> words)
    {
        try
        {
            // @file belongs to our patterns: the parser must not put the file's words on the command line.
            var parsing = new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false };
            ParseResult parsed = root.Parse(words, parsing);
            return ParseFault.Describe(parsed, words) is { } fault
                ? throw new UsageException(fault)
                : parsed.Invoke(new InvocationConfiguration
                {
                    Output = output,
                    Error = error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                });
        }
        catch (Exception e)
        {
            if (debug)
            {
                error.WriteLine(e);
            }

            return Explain(e is AggregateException { InnerException: { } inner } ? inner : e);
        }
    }

    private int Explain(Exception cause) => cause switch
    {
        UsageException => Fail(cause.Message, ExitCode.Usage),
        AdapterException => Fail(cause.Message, ExitCode.NoImplementation),
        EvidenceException => Fail(cause.Message, ExitCode.Internal),
        IOException => Fail($"internal error: the system refused what this program needs: {cause.Message}; mend that and run again", ExitCode.Internal),
        _ => Fail(
            $"internal error: {cause.GetType().Name}: {cause.Message}; this is our fault: please report this line and the command line to the "
            + "maintainers (RSM_CONFORMANCE_DEBUG=1 adds the stack)",
            ExitCode.Internal),
    };

    private int Fail(string what, int exit)
    {
        error.WriteLine("rsm-conformance: " + SafeText.Of(what));
        return exit;
    }
}
