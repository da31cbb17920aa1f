using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Harness.Beds;

/// <summary>
/// The segment ids that publish assigned, for the agents that did not see it: in the steps for them the id itself stands in place
/// of the symbol.
/// </summary>
internal sealed class AssignedSegments
{
    private readonly HashSet<string> _symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (uint Id, IAgentChannel By)> _assigned = new(StringComparer.Ordinal);

    public void NoteStep(Step step)
    {
        foreach (Step each in RequiredMeans.Flatten([step]))
        {
            if (each.Action is StepAction.Call { Api: ExportPublish { SegmentId: { IsAssigned: true, Name: { } name } } })
            {
                _symbols.Add(name);
            }
        }
    }

    public void NoteEvent(TraceEvent what, IAgentChannel by)
    {
        foreach (OutputSeen output in what.Code == 0 ? what.Outputs ?? [] : [])
        {
            if (_symbols.Contains(output.Name) && output.Value is { } value)
            {
                _assigned[output.Name] = (SegmentRef.Parse("=" + value).Literal!.Value, by);
            }
        }
    }

    public Step For(IAgentChannel channel, Step step) => step with
    {
        Action = step.Action switch
        {
            StepAction.Call { Api: ImportConnect connect } => new StepAction.Call(connect with { SegmentId = For(channel, connect.SegmentId) }),
            StepAction.Call { Api: ExportPublish publish } => new StepAction.Call(publish with { SegmentId = For(channel, publish.SegmentId) }),
            StepAction.Repeat repeat => repeat with { Body = [.. repeat.Body.Select(s => For(channel, s))] },
            StepAction.Sweep sweep => sweep with { Body = [.. sweep.Body.Select(s => For(channel, s))] },
            _ => step.Action,
        },
    };

    private SegmentRef For(IAgentChannel channel, SegmentRef segment) =>
        segment is { IsAssigned: false, Name: { } name } && _assigned.TryGetValue(name, out (uint Id, IAgentChannel By) known) && known.By != channel
            ? SegmentRef.Of(known.Id)
            : segment;
}
