using System.Diagnostics;
using RsmConformance.Contract;

namespace RsmConformance.Harness.Beds;

/// <summary>
/// What agents say, in the order in which it arrives. Several are listened to by turns, none longer than a moment, because a
/// channel can be waited for only alone.
/// </summary>
internal sealed class AgentInbox(IReadOnlyList<IAgentChannel> channels)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    public bool TryReceive(TimeSpan timeout, out IAgentChannel from, out AgentMessage? message)
    {
        long start = Stopwatch.GetTimestamp();
        do
        {
            foreach (IAgentChannel channel in channels)
            {
                TimeSpan left = timeout - Stopwatch.GetElapsedTime(start);
                if (channel.TryReceive(channels.Count == 1 || left < Moment ? left : Moment, out string? line))
                {
                    from = channel;
                    message = Protocol.Read<AgentMessage>(line);
                    return true;
                }
            }
        }
        while (Stopwatch.GetElapsedTime(start) < timeout);
        from = channels[0];
        message = null;
        return false;
    }
}
