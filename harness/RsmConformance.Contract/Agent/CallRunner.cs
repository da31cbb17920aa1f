using System.Collections.Immutable;
using RsmConformance.Abi;

namespace RsmConformance.Contract.Agent;

/// <summary>Makes a call of the implementation under test and looks at what came of it.</summary>
internal static class CallRunner
{
    public static PreparedStep Prepare(ApiCall call, OpenSession session, RoleProcess process, StepWorker worker)
    {
        var arguments = new CallArguments(session, process);
        Func<int> invoke = CallPreparation.Of(call, arguments, process.Process.Library);
        string resolved = $"{call.CName}({arguments.Text})";
        if (arguments.Refusal is { } why)
        {
            arguments.Free();
            return PreparedStep.Refused(resolved, why);
        }

        return new PreparedStep(resolved, () => Run(invoke, arguments, session, process, worker));
    }

    private static StepEnd Run(Func<int> invoke, CallArguments arguments, OpenSession session, RoleProcess process, StepWorker worker)
    {
        bool armed = worker.AllocationArmed;
        worker.AllocationArmed = false;
        int code;
        try
        {
            code = invoke();
        }
        catch (Exception thrown)
        {
            return process.Unwound(thrown);
        }

        AllocationSeen? allocation = armed ? process.Process.TakeAllocationReport() : null;
        if (code == 0 && arguments.EndsWithSuccess is { } ended)
        {
            process.Symbols.EndHandle(ended);
        }

        ImmutableArray<OutputSeen> outputs = [.. arguments.Cells.Select(c => Look(c, code, arguments, session, process)).OfType<OutputSeen>()];
        arguments.Free();
        return new StepEnd(EventKind.Return)
        {
            Code = code,
            Outputs = outputs.Length > 0 ? new Sequence<OutputSeen>(outputs) : null,
            Allocation = allocation,
        };
    }

    private static OutputSeen? Look(OutputCell cell, int code, CallArguments arguments, OpenSession session, RoleProcess process)
    {
        OutputSeen? seen = cell.Look(process.Process, out ulong value);
        if (seen is null)
        {
            return null;
        }

        bool stored = seen.State == OutputState.Stored;
        if (code == 0)
        {
            Bind(cell, stored, value, arguments, session, process);
        }

        return stored && cell.Content == CellContent.Handle && process.Symbols.TryFindTwin(cell.Name, unchecked((nint)(long)value), out string? twin)
            ? seen with { SameAs = twin }
            : seen;
    }

    /// <summary>A success names what it stored; one that stored nothing takes the name away, so that no step acts on an old value.</summary>
    private static void Bind(
        OutputCell cell, bool stored, ulong value, CallArguments arguments, OpenSession session, RoleProcess process)
    {
        switch (cell.Content)
        {
            case CellContent.Handle when stored:
                process.Symbols.BindHandle(cell.Name, unchecked((nint)(long)value));
                break;
            case CellContent.Handle:
                process.Symbols.UnbindHandle(cell.Name);
                break;
            case CellContent.MapAddress when stored || (cell.IsPreset && value != 0):
                // A fixed mapping that left the address alone is where the caller said.
                process.Symbols.BindMemory(cell.Name, unchecked((nint)(long)value));
                break;
            case CellContent.MapAddress:
                process.Symbols.UnbindMemory(cell.Name);
                break;
            case CellContent.Barrier:
                process.Symbols.BindHandle(cell.Name, cell.Address);
                break;
            case CellContent.SegmentId when stored && arguments.AssignedSegment is { } segment:
                session.BindSegment(segment, (uint)value);
                break;
            default:
                break;
        }
    }
}
