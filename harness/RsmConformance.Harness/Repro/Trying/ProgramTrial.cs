namespace RsmConformance.Harness.Repro;

/// <summary>How a program ended.</summary>
/// <param name="Exit">Its exit code; null when it did not end in time, or was not compiled.</param>
/// <param name="Output">What it, or the compiler, wrote.</param>
public sealed record ProgramEnd(int? Exit, string Output);

/// <summary>What became of a printed program: it is compiled and run before anybody sees it.</summary>
/// <param name="Compiled">Whether the compiler took it without a warning.</param>
/// <param name="End">How it ended on the failing library.</param>
public sealed record ProgramTrial(bool Compiled, ProgramEnd End)
{
    /// <summary>Whether it shows the failure.</summary>
    public bool ShowsFailure => Compiled && End.Exit == 1;

    /// <summary>What happened, in a sentence.</summary>
    public string Words => !Compiled ? $"the compiler refused it: {First(End.Output)}"
        : End.Exit switch
        {
            null => $"it was not over in time: {First(End.Output)}",
            0 => "run on the failing library it found nothing wrong (exit 0): the failure does not come this way",
            1 => "run on the failing library it shows the failure (exit 1)",
            2 => $"run on the failing library it could not set the scene (exit 2): {First(End.Output)}",
            var other => $"run on the failing library it ended with {other}: {First(End.Output)}",
        };

    private static string First(string text) =>
        text.Split('\n').FirstOrDefault(l => l.Contains("error", StringComparison.Ordinal) || l.Contains("failed", StringComparison.Ordinal))?.Trim()
        ?? text.Split('\n')[0].Trim();
}
