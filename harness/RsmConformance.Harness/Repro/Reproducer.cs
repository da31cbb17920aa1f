using RsmConformance.Contract;
using RsmConformance.Spec;

namespace RsmConformance.Harness.Repro;

/// <summary>From a failure to a C program: reduces, prints, compiles, runs.</summary>
/// <param name="player">Plays on the implementation that fails.</param>
/// <param name="control">Plays on one that conforms; null where there is none at hand.</param>
/// <param name="specification">Where the assertions are.</param>
/// <param name="toolchain">Compiles and runs on the failing library; null where the implementation is no library.</param>
/// <param name="limits">How long the reduction may go on.</param>
public sealed class Reproducer(Player player, Player? control, Specification specification, NativeToolchain? toolchain, ShrinkLimits limits)
{
    /// <summary>Reproduces a failure.</summary>
    /// <param name="scenario">What failed.</param>
    /// <param name="verdict">How it failed.</param>
    /// <param name="assertion">The assertion that it failed for.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="AdapterException">The implementation cannot be reached.</exception>
    public Reproduction Reproduce(Case scenario, Verdict verdict, string? assertion)
    {
        Shrunk shrunk = new Shrinker(player, control, limits).Shrink(scenario, verdict, assertion);
        if (shrunk.Failing is null)
        {
            return new Reproduction(shrunk, null, null, shrunk.Notes);
        }

        string program;
        try
        {
            program = new ProgramPrinter(specification, player.Bed).Print(shrunk);
        }
        catch (UnprintableException e)
        {
            return new Reproduction(shrunk, null, null, [.. shrunk.Notes, $"no C program: {e.Message}"]);
        }

        if (toolchain is null)
        {
            return new Reproduction(shrunk, program, null, [.. shrunk.Notes, "the program was not run: the implementation is no library that a C program can be linked with"]);
        }

        if (NativeToolchain.Obstacle is { } obstacle)
        {
            return new Reproduction(shrunk, program, null, [.. shrunk.Notes, $"the program was not run: {obstacle}"]);
        }

        ProgramTrial trial = toolchain.Try(program);
        return new Reproduction(shrunk, program, trial, [.. shrunk.Notes, trial.Words]);
    }
}
