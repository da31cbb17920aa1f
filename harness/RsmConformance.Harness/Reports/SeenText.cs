using System.Globalization;
using RsmConformance.Contract;

namespace RsmConformance.Harness.Reports;

/// <summary>What came of a step, in words.</summary>
public static class SeenText
{
    /// <summary>The words for the event that ended a step.</summary>
    /// <param name="what">The event.</param>
    /// <returns>A short outcome, such as <c>RSMERR_BAD_ADDR</c> or <c>killed by signal 11</c>.</returns>
    public static string Of(TraceEvent what)
    {
        ArgumentNullException.ThrowIfNull(what);
        return what.Event switch
        {
            EventKind.Invoke => "begun",
            EventKind.Return => what.Code is { } code ? OutcomeName.OfCode(code) : "returned",
            EventKind.Done => Done(what),
            EventKind.Faulted => OutcomeName.Fault,
            EventKind.Exited => "exited" + Number(" with ", what.Code),
            EventKind.Killed => OutcomeName.Killed + Number(" by signal ", what.Code),
            EventKind.Hung => OutcomeName.Hung,
            EventKind.Lost => "lost",
            EventKind.NotRun => "not run",
            _ => throw new ArgumentOutOfRangeException(nameof(what), what.Event, "no such event"),
        };
    }

    /// <summary>What else the event tells: outputs, allocations, reasons.</summary>
    /// <param name="what">The event.</param>
    /// <returns>A sentence or several; null when there is nothing else.</returns>
    public static string? More(TraceEvent what)
    {
        ArgumentNullException.ThrowIfNull(what);
        var parts = new List<string>();
        foreach (OutputSeen o in what.Outputs ?? [])
        {
            parts.Add($"{o.Name} {Output(o)}{(o.CanaryIntact ? "" : ", memory beside it overwritten")}");
        }

        if (what.Event != EventKind.Done && what.Data is { } data)
        {
            parts.Add(Data(data));
        }

        if (what.Allocation is { } a)
        {
            parts.Add($"{a.Seen} allocations seen, {(a.Fired ? "one failed" : "none failed")}");
        }

        if (what.Why is { } why)
        {
            parts.Add(why);
        }

        return parts.Count == 0 ? null : string.Join("; ", parts.Take(20).Select(p => PlainText.Clean(p)));
    }

    private static string Done(TraceEvent what) =>
        what.Data is { } data ? Data(data)
        : what.Measured is { } measured ? measured.ToString("N0", CultureInfo.InvariantCulture)
        : OutcomeName.Done;

    private static string Data(DataSeen data) => string.Create(
        CultureInfo.InvariantCulture,
        $"{data.Length} bytes{(data.FirstDifference is { } at ? $", different from byte {at} on" : " as expected")}");

    private static string Output(OutputSeen output) => output.State switch
    {
        OutputState.Untouched => "untouched",
        OutputState.Null => "NULL",
        OutputState.Stored => "stored" + (output.Value is { } v ? " " + v : "") + (output.SameAs is { } s ? ", the same as " + s : ""),
        _ => throw new ArgumentOutOfRangeException(nameof(output), output.State, "no such state"),
    };

    private static string Number(string words, int? number) =>
        number is { } value ? words + value.ToString(CultureInfo.InvariantCulture) : "";
}
