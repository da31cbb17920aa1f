using RsmConformance.Contract;
using RsmConformance.Harness;

namespace RsmConformance.Conformance.Tests;

/// <summary>The reference passes through the same gate as strangers.</summary>
public class ReferenceConformanceTests(RecordedSuite suite)
{
    [Fact]
    public void Rule_ReferenceInEveryProfile_IsPassOrObserved()
    {
        string[] bad =
        [
            .. from demanded in suite.Demanded
               let judgement = new Judge(demanded.Profile).Rule(demanded.Case, demanded.Evidence)
               where judgement.Verdict is not (Verdict.Pass or Verdict.Observed)
               select $"{demanded.Profile.Name} {demanded.Case.Id}: {judgement.Verdict} {judgement.Assertion} {judgement.Words}",
        ];

        string.Join("\n", bad).Should().BeEmpty();
    }

    [Fact]
    public void Rule_StoredTraceReadBack_GivesTheSameVerdict()
    {
        string[] changed =
        [
            .. from demanded in suite.Demanded
               let judge = new Judge(demanded.Profile)
               let again = demanded.Evidence with { Events = [.. demanded.Evidence.Events.Select(e => Protocol.Read<TraceEvent>(Protocol.Write(e)))] }
               let first = judge.Rule(demanded.Case, demanded.Evidence)
               let second = judge.Rule(demanded.Case, again)
               where (first.Verdict, first.Reason, first.Step) != (second.Verdict, second.Reason, second.Step)
               select $"{demanded.Profile.Name} {demanded.Case.Id}: {first.Verdict}, then {second.Verdict}",
        ];

        changed.Should().BeEmpty();
    }
}
