using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Conformance.Tests;

/// <summary>What must hold of the script of every case.</summary>
public sealed class ScriptTests
{
    [Fact]
    public void Script_Steps_AreNamedOnceAndByKnownRoles() => EveryCase.Satisfies(testCase =>
    {
        Step[] steps = [.. RequiredMeans.Flatten(testCase.Script)];
        steps.Select(s => s.Id).Should().OnlyHaveUniqueItems();
        testCase.Roles.Select(r => r.Name).Should().OnlyHaveUniqueItems();
        steps.Where(s => s.Role is not null).Select(s => s.Role).Should().BeSubsetOf(testCase.Roles.Select(r => r.Name));
        IEnumerable<string?> met = steps.Select(s => s.Action is StepAction.Kill kill ? kill.Killed : s.Role).Concat(steps.Select(s => s.Role));
        testCase.Roles.Select(r => r.Name).Should().BeSubsetOf(met.OfType<string>().Distinct(), "a role that nobody meets is idle");
    });

    [Fact]
    public void Script_Dependencies_NameEarlierStepsOfTheSameLevel() => EveryCase.Satisfies(testCase =>
    {
        var earlier = new HashSet<StepId>();
        foreach (Step step in testCase.Script)
        {
            (step.After ?? []).Should().BeSubsetOf(earlier, "{0} comes after steps that were begun", step.Id);
            earlier.Add(step.Id);
        }
    });

    [Fact]
    public void Script_StepsOfOneThread_AreInOrder() => EveryCase.Satisfies(testCase =>
    {
        var before = new Dictionary<StepId, HashSet<StepId>>();
        var last = new Dictionary<(string?, string), StepId>();
        StepId? previous = null;
        foreach (Step step in testCase.Script)
        {
            IEnumerable<StepId> after = step.After is { } named ? named : previous is { } p ? [p] : [];
            var all = new HashSet<StepId>(after);
            foreach (StepId one in after)
            {
                all.UnionWith(before[one]);
            }

            if (last.TryGetValue((step.Role, step.Thread), out StepId sameThread))
            {
                all.Should().Contain(sameThread, "{0} is on the same thread", step.Id);
            }

            before[step.Id] = all;
            last[(step.Role, step.Thread)] = step.Id;
            previous = step.Id;
        }
    });

    [Fact]
    public void Script_BodiesOfRepeatsAndSweeps_StayOnTheirThread() => EveryCase.Satisfies(testCase =>
    {
        foreach (Step outer in RequiredMeans.Flatten(testCase.Script))
        {
            Sequence<Step> body = outer.Action switch
            {
                StepAction.Repeat repeat => repeat.Body,
                StepAction.Sweep sweep => sweep.Body,
                _ => [],
            };
            body.Where(s => s.Role != outer.Role || s.Thread != outer.Thread || s.After != null).Should().BeEmpty("{0} is one stretch of one thread", outer.Id);
        }
    });

    [Fact]
    public void Script_Targets_AreStepsAndRolesOfTheCase() => EveryCase.Satisfies(testCase =>
    {
        Step[] steps = [.. RequiredMeans.Flatten(testCase.Script)];
        foreach (Step step in steps)
        {
            switch (step.Action)
            {
                case StepAction.AwaitBlocked awaited:
                    steps.Select(s => s.Id).Should().Contain(awaited.Target);
                    break;
                case StepAction.Interrupt interrupted:
                    steps.Select(s => s.Id).Should().Contain(interrupted.Target);
                    break;
                case StepAction.HoldGate gate:
                    testCase.Roles.Select(r => r.Name).Should().Contain(gate.Held);
                    steps.Select(s => s.Action).OfType<StepAction.ReleaseGate>().Should().Contain(r => r.Gate == gate.Gate && r.Held == gate.Held);
                    break;
                case StepAction.Kill kill:
                    testCase.Roles.Select(r => r.Name).Should().Contain(kill.Killed);
                    break;
                default:
                    break;
            }
        }
    });

    [Fact]
    public void Script_Faults_AreHealed() => EveryCase.Satisfies(testCase =>
    {
        StepAction[] actions = [.. RequiredMeans.Flatten(testCase.Script).Select(s => s.Action)];
        actions.OfType<StepAction.InjectFault>().Select(i => i.What)
            .Should().BeEquivalentTo(actions.OfType<StepAction.ClearFault>().Select(c => c.What));
    });
}
