using RsmConformance.Abi;

namespace RsmConformance.Contract.Agent;

/// <summary>Allocates, loads and stores in the memory of a process.</summary>
internal static class MemoryRunner
{
    public static PreparedStep Allocate(StepAction.AllocateBuffer action, int pageSize, RoleProcess process)
    {
        long bytes = action.Length.InBytes(pageSize);
        string resolved = $"allocate({action.Name}, {bytes}, pattern {action.Seed})";
        return bytes <= 0
            ? PreparedStep.Refused(resolved, $"a buffer of {action.Length} cannot be")
            : new PreparedStep(resolved, () =>
            {
                nint address = process.Process.Allocate(bytes, PageAccess.ReadWrite);
                if (!process.Process.TryWrite(address, Pattern(bytes, action.Seed)))
                {
                    return StepEnd.NotRun($"fresh memory for {action.Name} cannot be written");
                }

                process.Symbols.BindMemory(action.Name, address);
                return StepEnd.Done;
            });
    }

    public static PreparedStep Load(StepAction.Load action, OpenSession session, RoleProcess process)
    {
        var arguments = new CallArguments(session, process);
        nint address = arguments.Address(action.From);
        long length = action.Length.InBytes(session.Setup.PageSize);
        return Access($"load({arguments.Text}, {length})", arguments.Refusal, length, () =>
        {
            byte[] data = new byte[length];
            return process.Process.TryRead(address, data)
                ? StepEnd.Done with { Data = new DataSeen(length, DataHash.Of(data), FirstDifference(data, action.Against)) }
                : StepEnd.Faulted;
        });
    }

    public static PreparedStep Store(StepAction.Store action, OpenSession session, RoleProcess process)
    {
        var arguments = new CallArguments(session, process);
        nint address = arguments.Address(action.To);
        long length = action.Length.InBytes(session.Setup.PageSize);
        return Access($"store({arguments.Text}, {length}, pattern {action.Seed})", arguments.Refusal, length, () =>
            process.Process.TryWrite(address, Pattern(length, action.Seed)) ? StepEnd.Done : StepEnd.Faulted);
    }

    private static PreparedStep Access(string resolved, string? refusal, long length, Func<StepEnd> run) =>
        refusal is not null ? PreparedStep.Refused(resolved, refusal)
        : length < 0 ? PreparedStep.Refused(resolved, $"{length} bytes cannot be accessed")
        : new PreparedStep(resolved, run);

    private static byte[] Pattern(long length, uint seed)
    {
        byte[] data = new byte[length];
        DataPattern.Fill(data, seed);
        return data;
    }

    private static long? FirstDifference(ReadOnlySpan<byte> data, uint? seed)
    {
        if (seed is not { } pattern)
        {
            return null;
        }

        for (int i = 0; i < data.Length; i++)
        {
            if (data[i] != DataPattern.ByteAt(pattern, i))
            {
                return i;
            }
        }

        return null;
    }
}
