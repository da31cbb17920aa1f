using System.Buffers.Binary;
using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

internal sealed partial class RsmLibrary
{
    public int SignalPost(nint memseg, uint flags) => Run(ApiFunction.SignalPost, call =>
    {
        if (call.Pass(GateName.SignalPostEntry) is { } stop)
        {
            return stop;
        }

        HandleState state = _handles.Look(memseg, out SegmentEntry? entry);
        if (entry is null)
        {
            return rules.Handles.BadSegment(call.Facts, state);
        }

        bool accumulates = (rules.Signal.Flags(call.Facts, flags) & RsmConstants.SignalNoAccumulate) == 0;
        return agent.Exchange(new PostSignal(call.Facts, entry.Key, entry is ExportEntry, accumulates), call).Code;
    });

    public int SignalWait(nint memseg, int timeoutMilliseconds) => Run(ApiFunction.SignalWait, call =>
    {
        HandleState state = _handles.Look(memseg, out SegmentEntry? entry);
        if (entry is null)
        {
            return rules.Handles.BadSegment(call.Facts, state);
        }

        return signals.Wait(call, entry, timeoutMilliseconds) switch
        {
            WaitEnd.Ready => RsmError.RSM_SUCCESS,
            WaitEnd.Gone => rules.Handles.BadSegment(call.Facts, HandleState.Stale),
            WaitEnd end => rules.Signal.WaitEnded(call.Facts, end == WaitEnd.Interrupted),
        };
    });

    public int GetPollfd(nint memseg, nint pollfd) => Run(ApiFunction.GetPollfd, call =>
    {
        HandleState state = _handles.Look(memseg, out SegmentEntry? entry);
        if (entry is null)
        {
            return rules.Handles.BadSegment(call.Facts, state);
        }

        if (pollfd == 0 && rules.Pollfd.CrashesOnNull(call.Facts))
        {
            call.Crash();
        }

        WaitForLock(entry, call);
        Span<byte> bytes = stackalloc byte[RsmLayouts.Pollfd.Size];
        bytes.Clear();
        BinaryPrimitives.WriteInt32LittleEndian(bytes, entry.Descriptor);
        BinaryPrimitives.WriteInt16LittleEndian(bytes[4..], RsmConstants.PollReadNormal);
        lock (entry.Sync)
        {
            // The page lists no error for the pointer; what it does list is better than one it does not.
            if (entry.IsClosing || !memory.TryWrite(pollfd, bytes))
            {
                return rules.Handles.BadSegment(call.Facts, HandleState.Stale);
            }

            entry.PollDescriptors = rules.Pollfd.AfterGet(call.Facts, entry.PollDescriptors);
        }

        Share(call.Facts, entry);
        return RsmError.RSM_SUCCESS;
    });

    public int ReleasePollfd(nint memseg) => Run(ApiFunction.ReleasePollfd, call =>
    {
        HandleState state = _handles.Look(memseg, out SegmentEntry? entry);
        if (entry is null)
        {
            return rules.Handles.BadSegment(call.Facts, state);
        }

        WaitForLock(entry, call);
        lock (entry.Sync)
        {
            if (entry.IsClosing)
            {
                return rules.Handles.BadSegment(call.Facts, HandleState.Stale);
            }

            entry.PollDescriptors = rules.Pollfd.AfterRelease(call.Facts, entry.PollDescriptors);
        }

        Share(call.Facts, entry);
        return RsmError.RSM_SUCCESS;
    });
}
