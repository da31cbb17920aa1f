using RsmConformance.Abi;
using RsmConformance.Contract;
using RsmConformance.Harness;

namespace RsmConformance.Conformance.Tests;

/// <summary>What a lying implementation would have shown in place of an event.</summary>
internal static class Lies
{
    // Numbers that are no RSMERR code: a leaked errno above the range, a negative one, and far off.
    private static readonly int[] OddCodes = [-1, 77, 999];

    /// <summary>Every outcome that is none of those permitted.</summary>
    public static IEnumerable<(string What, TraceEvent Lie)> Instead(Step step, TraceEvent truth, IReadOnlyCollection<string> permitted) =>
        truth.Event switch
        {
            // The page of connect says what becomes of the handle; those of the supporting functions leave it open.
            EventKind.Return when step.Action is StepAction.Call { Api: ImportConnect } => Codes(truth, permitted).Concat(Outputs(truth)),
            EventKind.Return => Codes(truth, permitted),
            EventKind.Done when truth.Data is { } data && permitted.Contains(OutcomeName.Data) =>
                [("other data", truth with { Data = data with { Hash = "0123456789abcdef" } }), .. Fault(truth, permitted)],
            EventKind.Done when truth.Data is { } data && step.Action is StepAction.Load { Against: { } live } =>
                [("live data", truth with { Data = data with { Hash = PatternHash(live, data.Length) } })],
            EventKind.Done when step.Action is StepAction.Load or StepAction.Store => Fault(truth, permitted),
            EventKind.Faulted when !permitted.Contains(OutcomeName.Done) && !permitted.Contains(OutcomeName.AnyData) =>
                [("no fault", truth with { Event = EventKind.Done, Data = new DataSeen(1, "0123456789abcdef", null) })],
            _ => [],
        };

    private static IEnumerable<(string What, TraceEvent Lie)> Codes(TraceEvent truth, IReadOnlyCollection<string> permitted) =>
        from code in Enum.GetValues<RsmError>().Select(e => (int)e).Concat(OddCodes)
        let name = OutcomeName.OfCode(code)
        where !permitted.Contains(name)
        select (name, truth with { Code = code });

    private static IEnumerable<(string What, TraceEvent Lie)> Outputs(TraceEvent truth)
    {
        if (truth.Outputs is not { Count: > 0 } outputs)
        {
            yield break;
        }

        OutputSeen output = outputs[0];
        yield return ("a write beside the output", With(truth, output with { CanaryIntact = false }));
        if (truth.Code == 0 && output.State == OutputState.Stored)
        {
            yield return ("success without a handle", With(truth, output with { State = OutputState.Untouched }));
            yield return ("success with NULL", With(truth, output with { State = OutputState.Null }));
        }
        else if (truth.Code != 0)
        {
            yield return ("a handle with a failure", With(truth, output with { State = OutputState.Stored }));
        }
    }

    private static string PatternHash(uint seed, long length)
    {
        byte[] bytes = new byte[length];
        DataPattern.Fill(bytes, seed);
        return DataHash.Of(bytes);
    }

    private static TraceEvent With(TraceEvent truth, OutputSeen output) => truth with { Outputs = [output, .. truth.Outputs!.Value.Skip(1)] };

    private static IEnumerable<(string What, TraceEvent Lie)> Fault(TraceEvent truth, IReadOnlyCollection<string> permitted) =>
        permitted.Contains(OutcomeName.Fault) ? [] : [("a fault", truth with { Event = EventKind.Faulted, Data = null })];
}
