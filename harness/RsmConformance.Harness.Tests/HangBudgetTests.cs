using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Harness.Tests;

public sealed class HangBudgetTests
{
    private static readonly Step Disconnect = Calling("disconnect", new ImportDisconnect("imp"));
    private static readonly Step Stale = Calling("disconnect", new ImportDisconnect(HandleRef.Stale("imp")));
    private static readonly Step Connect = Calling("connect", new ImportConnect("ctl", "B", "S1", "0600", "imp"));

    private readonly HangBudget _budget = new(limit: 2);

    [Fact]
    public void Refuse_BeforeTheLimit_LetsTheCaseBePlayed()
    {
        Note(Disconnect, Verdict.Hang);

        _budget.Refuse(Case(Disconnect)).Should().BeNull();
    }

    [Fact]
    public void Refuse_AtTheLimit_NamesTheCallAndHowOftenItHung()
    {
        Note(Disconnect, Verdict.Hang);
        Note(Disconnect, Verdict.Hang);

        _budget.Refuse(Case(Disconnect)).Should().StartWith("rsm_memseg_import_disconnect(").And.EndWith("has hung 2 times, and the case depends on it");
        _budget.Refuse(Case(Connect, Disconnect)).Should().NotBeNull("that call is on its way");
    }

    [Fact]
    public void Refuse_CallOfAnotherKind_IsPlayedStill()
    {
        Note(Disconnect, Verdict.Hang);
        Note(Disconnect, Verdict.Hang);

        _budget.Refuse(Case(Connect)).Should().BeNull("another function");
        _budget.Refuse(Case(Stale)).Should().BeNull("another kind of handle");
        _budget.Refuse(Case(new Step(StepId.Parse("down"), null, Step.MainThread, StepPart.Preamble, new StepAction.InjectFault(new Fault.NodeDown("B"))), Disconnect))
            .Should().BeNull("other circumstances");
    }

    [Fact]
    public void Note_CallInsideARepeat_CountsAsThatCall()
    {
        var repeat = new Step(StepId.Parse("loop"), "importer", Step.MainThread, StepPart.Act, new StepAction.Repeat(9, [Disconnect]));
        Note(repeat, Verdict.Hang);
        Note(repeat, Verdict.Hang);

        _budget.Refuse(Case(Disconnect)).Should().NotBeNull();
    }

    [Theory]
    [InlineData(Verdict.Fail)]
    [InlineData(Verdict.Crash)]
    [InlineData(Verdict.Unresolved)]
    public void Note_WhatIsNoHang_CostsNothing(Verdict verdict)
    {
        Note(Disconnect, verdict);
        Note(Disconnect, verdict);

        _budget.Refuse(Case(Disconnect)).Should().BeNull();
    }

    private void Note(Step step, Verdict verdict) => _budget.Note(
        Case(step), new Judgement(Case(step).Id, verdict, [], null, null, null, step.Id, [], null, [], []));

    private static Step Calling(string id, ApiCall api) =>
        new(StepId.Parse(id), "importer", Step.MainThread, StepPart.Act, new StepAction.Call(api));

    private static Case Case(params Step[] script) => new(
        CaseId.Parse("connect.example/a"), "1.0.0", "Ensure that hangs are counted.", [], ["strict"],
        [new Role("importer", "A", IdentityClass.Owner, "022")], [.. script], []);
}
