using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>Sees to it that no step got lost: a trace without the end of a step proves nothing.</summary>
internal static class Completeness
{
    public static Finding? Check(Case testCase, RecordedCase recorded)
    {
        HashSet<StepId> ended = [.. recorded.Events.Where(e => e.EndsStep).Select(e => e.Step)];
        Step? missing = testCase.Script.FirstOrDefault(s => !ended.Contains(s.Id));
        return missing is null ? null : Finding.HarnessFault($"the trace has no end of step {missing.Id}");
    }
}
