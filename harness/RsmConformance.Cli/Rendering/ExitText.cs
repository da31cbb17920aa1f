using RsmConformance.Harness;

namespace RsmConformance.Cli.Rendering;

/// <summary>The exit codes in words.</summary>
internal static class ExitText
{
    private static readonly int[] All =
    [
        ExitCode.Conforming, ExitCode.Nonconforming, ExitCode.Usage, ExitCode.Incomplete, ExitCode.NoImplementation,
        ExitCode.Internal, ExitCode.Interrupted,
    ];

    /// <summary>All codes, a line each.</summary>
    public static string Table => string.Join('\n', All.Select(code => $"  {code,3}  {Of(code)}"));

    public static string Of(int code) => code switch
    {
        ExitCode.Conforming => "everything planned is accounted for and as required",
        ExitCode.Nonconforming => "nonconforming",
        ExitCode.Usage => "the command line or a file given with it is wrong",
        ExitCode.Incomplete => "incomplete: something planned could not be decided",
        ExitCode.NoImplementation => "the implementation under test or its bed could not be loaded, started or talked to",
        ExitCode.Internal => "internal error, or evidence that could not be kept",
        ExitCode.Interrupted => "interrupted; the partial report is valid",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "no such exit code"),
    };
}
