using RsmConformance.Harness.Discrimination;

namespace RsmConformance.Cli.Rendering;

/// <summary>What became of a defect, in words.</summary>
internal static class SelfTestWords
{
    public static string Of(HuntOutcome outcome) => outcome switch
    {
        HuntOutcome.Killed => "killed",
        HuntOutcome.Excused => "survives, excused",
        HuntOutcome.Survived => "SURVIVES",
        HuntOutcome.ExcusedButKilled => "KILLED, though excused: take the excuse away",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "no such outcome"),
    };
}
