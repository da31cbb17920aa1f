using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>Binds the symbols of a case to what a bed has.</summary>
/// <param name="bed">The bed.</param>
/// <param name="pageSize">Bytes in a page, as the agent says.</param>
public sealed class SessionBinder(BedDescription bed, int pageSize)
{
    /// <summary>Binds a case whose means the bed has.</summary>
    /// <param name="testCase">The case.</param>
    /// <returns>What its symbols stand for.</returns>
    public SessionSetup Bind(Case testCase)
    {
        Step[] steps = [.. RequiredMeans.Flatten(testCase.Script)];
        HashSet<string> late = [.. steps.Select(s => Started(s.Action)).OfType<string>()];
        string[] symbols = [.. steps.Select(s => s.Action).OfType<StepAction.Call>().Select(c => Segment(c.Api)).OfType<string>()
            .Distinct().Order(StringComparer.Ordinal)];
        HashSet<string> assigned = [.. steps.Select(s => s.Action).OfType<StepAction.Call>()
            .Select(c => c.Api).OfType<ExportPublish>().Where(p => p.SegmentId.IsAssigned).Select(p => p.SegmentId.Name!)];
        return new SessionSetup(
            pageSize,
            bed.Cluster,
            bed.Identities,
            [.. testCase.Roles.Select(r => new ProcessSetup(r.Name, r.Node, r.Identity, r.Umask, late.Contains(r.Name)))],
            [.. symbols.Where(s => !assigned.Contains(s)).Select((s, i) => new SegmentBinding(s, bed.FirstSegmentId + (uint)i))]);
    }

    private static string? Started(StepAction action) => action switch
    {
        StepAction.Spawn spawn => spawn.Started,
        StepAction.Fork fork => fork.Child,
        _ => null,
    };

    private static string? Segment(ApiCall call) => call switch
    {
        ImportConnect connect => connect.SegmentId.Name,
        ExportPublish publish => publish.SegmentId.Name,
        _ => null,
    };
}
