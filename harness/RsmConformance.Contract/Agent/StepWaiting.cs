using System.Diagnostics;

namespace RsmConformance.Contract.Agent;

/// <summary>The steps that deal with another step while it is being done.</summary>
internal static class StepWaiting
{
    /// <summary>How long to look at the thread before looking whether its step came back; bounds a delay, decides nothing.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    /// <summary>As <see cref="Look"/>, the other way round.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(1);

    public static PreparedStep AwaitBlocked(StepId target, OpenSession session) =>
        PreparedStep.Means($"wait until {target} blocks", () =>
        {
            long start = Stopwatch.GetTimestamp();
            if (session.Board.WaitForBegin(target, session.Limits.Await) is not { } entry)
            {
                return NotBegun(target, session);
            }

            while (!session.Board.WaitUntilOver(entry, TimeSpan.Zero))
            {
                if (entry.Process?.WaitUntilBlocked(entry.Thread, Look) == true)
                {
                    return StepEnd.Done with { Why = "blocked" };
                }

                if (Stopwatch.GetElapsedTime(start) > session.Limits.Await)
                {
                    return StepEnd.NotRun($"step {target} neither blocked nor came back within {session.Limits.Await.TotalSeconds} s");
                }

                session.Board.WaitUntilOver(entry, Glance);
            }

            return StepEnd.Done with { Why = "over" };
        });

    public static PreparedStep Interrupt(StepId target, OpenSession session) =>
        PreparedStep.Means($"interrupt {target}", () =>
        {
            if (session.Board.WaitForBegin(target, session.Limits.Await) is not { } entry)
            {
                return NotBegun(target, session);
            }

            if (session.Board.WaitUntilOver(entry, TimeSpan.Zero))
            {
                return StepEnd.Done with { Why = "over" };
            }

            entry.Process?.Interrupt(entry.Thread);
            return entry.Process is null ? StepEnd.NotRun($"step {target} is not in a process") : StepEnd.Done;
        });

    private static StepEnd NotBegun(StepId target, OpenSession session) =>
        StepEnd.NotRun($"step {target} was not begun within {session.Limits.Await.TotalSeconds} s");
}
