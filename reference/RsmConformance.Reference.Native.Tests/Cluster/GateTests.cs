namespace RsmConformance.Reference.Native.Tests;

/// <summary>Calls that a test bed holds and fails, in the process and inside the agents.</summary>
public sealed class GateTests
{
    private const int NotPublished = 7;
    private const int NoResources = 31;
    private const int Interrupted = 41;
    private const string Nothing = "exports 0 published 0 imports 0 importers 0";

    public static TheoryData<string> OfConnect =>
    [
        "connect.entry", "connect.before-request", "connect.at-exporter", "connect.after-list-check", "connect.after-user-check",
        "connect.before-reply", "connect.before-controller", "connect.before-handle",
    ];

    [Theory]
    [MemberData(nameof(OfConnect))]
    public void Connect_HeldAtAGate_WaitsAndIsInterruptedWithoutResidue(string gate)
    {
        using var cluster = new RunningCluster();
        cluster.Exporter();
        Talker importer = cluster.Importer(role: "importer");
        cluster.Gate("hold", gate, "importer");
        importer.Say("connect 0600");
        cluster.WaitForReport("held 1");
        importer.InterruptUntilAnswer().Should().Be(Interrupted);
        cluster.WaitForReport($"node A id 1 {Nothing}");
        cluster.WaitForReport("node B id 2 exports 1 published 1 imports 0 importers 0");
        cluster.WaitForReport("processes 2 connections 5 memories 1 held 0");

        cluster.Gate("hold", gate, "importer");
        importer.Say("connect 0600");
        cluster.WaitForReport("held 1");
        cluster.Gate("release", gate, "importer");
        importer.Number().Should().Be(0);

        importer.Ask("disconnect").Should().Be(0);
        cluster.Gate("fail", gate, "importer", "31");
        importer.Ask("connect 0600").Should().Be(NoResources);
        cluster.WaitForReport($"node A id 1 {Nothing}");
    }

    [Fact]
    public void Connect_HeldWhileTheSegmentGoes_FailsAsIfItHadBeenLate()
    {
        using var cluster = new RunningCluster();
        Talker exporter = cluster.Exporter();
        Talker importer = cluster.Importer(role: "importer");
        cluster.Gate("hold", "connect.at-exporter", "importer");
        importer.Say("connect 0600");
        cluster.WaitForReport("held 1");
        exporter.Ask("unpublish").Should().Be(0);
        cluster.Gate("release", "connect.at-exporter", "importer");
        importer.Number().Should().Be(NotPublished);
    }

    [Fact]
    public void Unpublish_HeldInsideTheAgent_IsInterruptedAndStaysPublished()
    {
        using var cluster = new RunningCluster();
        Talker exporter = cluster.Exporter(role: "exporter");
        Talker importer = cluster.Importer();
        importer.Ask("connect 0600").Should().Be(0);
        cluster.Gate("hold", "unpublish.before-notify", "exporter");
        exporter.Say("unpublish");
        cluster.WaitForReport("held 1");
        exporter.InterruptUntilAnswer().Should().Be(Interrupted);
        importer.Ask("post").Should().Be(0);
        importer.Ask("disconnect").Should().Be(0);
        importer.Ask("connect 0600").Should().Be(0);
        exporter.Ask("unpublish").Should().Be(0);
    }

    [Theory]
    [InlineData("connect.entry")]
    [InlineData("connect.at-exporter")]
    [InlineData("connect.before-handle")]
    public void Kill_OfAProcessAtAGate_LeavesNothingOfItsCall(string gate)
    {
        using var cluster = new RunningCluster();
        cluster.Exporter();
        Talker importer = cluster.Importer(role: "importer");
        cluster.Gate("hold", gate, "importer");
        importer.Say("connect 0600");
        cluster.WaitForReport("held 1");
        importer.Kill();
        cluster.WaitForReport($"node A id 1 {Nothing}");
        cluster.WaitForReport("importers 0 connect-delay 0\nprocesses 1 connections 3 memories 1 held 0");
    }

    [Fact]
    public void Gate_ThatIsNone_IsRefused()
    {
        using var cluster = new RunningCluster();
        ProgramResult refused = cluster.Node("gate", "hold", "connect.somewhere", "importer");
        refused.ExitCode.Should().Be(2);
        refused.Errors.Should().Contain("connect.somewhere").And.Contain("connect.entry");
        cluster.Node("gate", "fail", "connect.entry", "importer", "0").ExitCode.Should().Be(2);
    }
}
