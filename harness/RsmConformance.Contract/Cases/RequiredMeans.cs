using RsmConformance.Abi;

namespace RsmConformance.Contract;

/// <summary>
/// What a case needs of the bed and agent beyond plain calls in one process. It is read off the script, so that a case cannot
/// forget to say it. Words: <c>node:B</c>, <c>controller:B.x1</c>, <c>link:A.x0-B.x0</c>, <c>identity:other</c>,
/// <c>fault:link-down</c>, <c>gate:connect.before-reply</c>, <c>interrupt</c>, <c>fail-allocation</c>,
/// <c>limit-descriptors</c>, <c>measure:heap-blocks</c>, <c>fork</c>, <c>kill</c>, <c>bad-address</c>.
/// </summary>
public static class RequiredMeans
{
    /// <summary>What a case needs.</summary>
    /// <param name="testCase">The case.</param>
    /// <returns>The words in order, each once.</returns>
    public static IReadOnlyList<string> Of(Case testCase)
    {
        var means = new SortedSet<string>(StringComparer.Ordinal);
        foreach (Role role in testCase.Roles)
        {
            means.Add("node:" + role.Node);
            if (role.Identity != IdentityClass.Owner)
            {
                means.Add("identity:" + role.Identity.ToString().ToLowerInvariant());
            }
        }

        foreach (Step step in Flatten(testCase.Script))
        {
            foreach (string word in Of(step, testCase))
            {
                means.Add(word);
            }
        }

        return [.. means];
    }

    /// <summary>The steps of a script with those inside repeats and sweeps.</summary>
    /// <param name="script">The script.</param>
    public static IEnumerable<Step> Flatten(IEnumerable<Step> script)
    {
        foreach (Step step in script)
        {
            yield return step;
            IEnumerable<Step> body = step.Action switch
            {
                StepAction.Repeat repeat => repeat.Body,
                StepAction.Sweep sweep => sweep.Body,
                _ => [],
            };
            foreach (Step inner in Flatten(body))
            {
                yield return inner;
            }
        }
    }

    private static IEnumerable<string> Of(Step step, Case testCase) => step.Action switch
    {
        StepAction.Call { Api: GetController { Name: { } name } } when name != ControllerDescription.Loopback && IsSymbol(name) =>
            ["controller:" + testCase.Roles.First(r => r.Name == step.Role).Node + "." + name],
        StepAction.Call { Api: ImportConnect connect } => [.. Nodes(connect.NodeId), .. BadAddress(connect.Memseg)],
        StepAction.Call { Api: ExportPublish { AccessList: { } list } } => list.SelectMany(entry => Nodes(entry.Node)),
        StepAction.Call { Api: ExportRepublish { AccessList: { } list } } => list.SelectMany(entry => Nodes(entry.Node)),
        StepAction.SetIdentity identity => ["identity:" + identity.Class.ToString().ToLowerInvariant()],
        StepAction.InjectFault { What: Fault.LinkDown link } =>
            ["fault:link-down", $"link:{link.One.Node}.{link.One.Controller}-{link.Other.Node}.{link.Other.Controller}"],
        StepAction.InjectFault { What: Fault.NodeDown } => ["fault:node-down"],
        StepAction.InjectFault { What: Fault.ControllerAbsent } => ["fault:controller-absent"],
        StepAction.InjectFault { What: Fault.ResourceLimit } => ["fault:resource-limit"],
        StepAction.HoldGate gate => ["gate:" + gate.Gate],
        StepAction.FailGate gate => ["gate:" + gate.Gate],
        StepAction.Interrupt => ["interrupt"],
        StepAction.FailAllocation => ["fail-allocation"],
        StepAction.LimitDescriptors => ["limit-descriptors"],
        StepAction.Measure measure => ["measure:" + Words(measure.What)],
        StepAction.Fork => ["fork"],
        StepAction.Kill => ["kill"],
        _ => [],
    };

    private static string[] BadAddress(OutputRef output) =>
        output.Kind is OutputRefKind.Unmapped or OutputRefKind.Unwritable ? ["bad-address"] : [];

    // A name is bound by the bed; what is literal, or comes from a sweep, or is unknown everywhere, needs nothing.
    private static string[] Nodes(NodeRef node) =>
        node.Literal is null && node.Variable is null && node.Text != NodeRef.Unknown ? ["node:" + node] : [];

    private static bool IsSymbol(string name) => !name.StartsWith('=');

    private static string Words(MeasureKind kind) => kind switch
    {
        MeasureKind.Descriptors => "descriptors",
        MeasureKind.HeapBlocks => "heap-blocks",
        MeasureKind.Mappings => "mappings",
        MeasureKind.ImporterRecords => "importer-records",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such measure"),
    };
}
