using RsmConformance.Contract;
using RsmConformance.Spec.Model;

namespace RsmConformance.Harness;

/// <summary>Whether an event is what a transition says, and what outcomes are called.</summary>
internal static class OutcomeMatch
{
    /// <summary>The name of an outcome that the model permits.</summary>
    public static string NameOf(Outcome outcome) => outcome switch
    {
        Outcome.CallReturns returns => OutcomeName.OfCode(returns.Code),
        Outcome.Data data => data.Image.IsKnown ? OutcomeName.Data : OutcomeName.AnyData,
        Outcome.Stored or Outcome.Happens => OutcomeName.Done,
        Outcome.Faults => OutcomeName.Fault,
        Outcome.Dies => OutcomeName.Killed,
        Outcome.Undefined => OutcomeName.Anything,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "no such outcome"),
    };

    /// <summary>Whether an event is what a transition says.</summary>
    public static bool Fits(Transition transition, TraceEvent seen) => transition.Outcome switch
    {
        Outcome.Undefined => true,
        Outcome.CallReturns returns => seen.Event == EventKind.Return && seen.Code == returns.Code && FitsOutputs(returns, seen),
        Outcome.Data data => seen.Data is { } read && FitsData(data.Image, read) && !IsData(data.Never, read),
        Outcome.Stored or Outcome.Happens => seen.Event is EventKind.Done or EventKind.Exited or EventKind.Killed,
        Outcome.Faults => seen.Event == EventKind.Faulted,
        Outcome.Dies => seen.Event == EventKind.Killed,
        _ => throw new ArgumentOutOfRangeException(nameof(transition), transition, "no such outcome"),
    };

    /// <summary>Whether only the code of a return is what a transition says; then its output is what is wrong.</summary>
    public static bool FitsCode(Transition transition, TraceEvent seen) =>
        transition.Outcome is Outcome.CallReturns returns && returns.Code == seen.Code;

    private static bool FitsOutputs(Outcome.CallReturns returns, TraceEvent seen) =>
        (seen.Outputs ?? []).All(output => output.CanaryIntact && Fits(returns.Output, output));

    private static bool Fits(OutputEffect effect, OutputSeen output) => effect switch
    {
        OutputEffect.None => output.State == OutputState.Untouched,
        OutputEffect.Stored => output.State == OutputState.Stored && output.SameAs is null,
        OutputEffect.StoredShared => output.State == OutputState.Stored,
        OutputEffect.Null => output.State == OutputState.Null,
        OutputEffect.Untouched => output.State == OutputState.Untouched,
        OutputEffect.Other => output.State == OutputState.Stored,
        OutputEffect.Anything => true,
        _ => throw new ArgumentOutOfRangeException(nameof(effect), effect, "no such effect"),
    };

    private static bool IsData(MemoryImage? image, DataSeen read) =>
        image is not null && image.Length == read.Length && image.Hash(0, image.Length) == read.Hash;

    private static bool FitsData(MemoryImage image, DataSeen read) =>
        read.Length == image.Length && (image.Hash(0, image.Length) is not { } hash || hash == read.Hash);
}
