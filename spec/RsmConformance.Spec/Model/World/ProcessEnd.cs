namespace RsmConformance.Spec.Model;

/// <summary>What is left when a process ends, in whatever way: nothing of it (connect.resource.exit-cleans-up).</summary>
internal static class ProcessEnd
{
    public static WorldState Of(WorldState state, string process)
    {
        foreach (ExportState export in state.Exports.Values.Where(e => e.Id.Process == process).ToArray())
        {
            state = Withdrawal.Of(state, export);
            state = state with { Exports = state.Exports.Remove(export.Id) };
        }

        foreach (ImportState import in state.Imports.Values.Where(i => i.Id.Process == process).ToArray())
        {
            state = state with { Imports = state.Imports.Remove(import.Id) };
        }

        foreach (PendingCall call in state.Pending.Values.Where(c => c.Process == process).ToArray())
        {
            state = state with { Pending = state.Pending.Remove(call.Key) };
        }

        foreach ((MemoryId memory, _) in state.Memory.Entries.Where(m => m.Key.Process == process).ToArray())
        {
            state = state with { Memory = state.Memory.Remove(memory) };
        }

        return state with { Processes = state.Processes.Remove(process) };
    }
}
