using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

/// <summary>Signals of an emulated process.</summary>
internal sealed class DeskSignals(CallDesk desk, SignalRules rules) : ISignals
{
    public void Arrived(SegmentEntry entry, bool accumulates) =>
        desk.Wake(() => entry.Signals = rules.AfterPost(entry.Signals, accumulates));

    public WaitEnd Wait(Call call, SegmentEntry entry, int timeoutMilliseconds)
    {
        bool ended = false;
        WaitEnd end = call.Wait(
            () =>
            {
                ended = entry.HasEnded;
                if (ended)
                {
                    return true;
                }

                bool rung = entry.Signals > 0;
                entry.Signals = rung ? rules.AfterWait(call.Facts, entry.Signals) : entry.Signals;
                return rung;
            },
            timeoutMilliseconds,
            interruptible: true);
        return ended ? WaitEnd.Gone : end;
    }

    public void Ended(SegmentEntry entry) => desk.Wake(() => entry.HasEnded = true);
}
