namespace RsmConformance.Reference.Native.Tests;

/// <summary>Two processes on two nodes of a daemon.</summary>
public sealed class ClusterTests
{
    private const int NotPublished = 7;
    private const int NoResources = 31;
    private const int Unreachable = 39;
    private const int Aborted = 40;
    private const int Interrupted = 41;
    private const int TimedOut = 42;
    private const string Nothing = "exports 0 published 0 imports 0 importers 0";

    [Fact]
    public void Import_OfAnotherProcess_SharesItsMemoryAndSignals()
    {
        using var cluster = new RunningCluster();
        Talker exporter = cluster.Exporter();
        Talker importer = cluster.Importer();
        importer.Ask("connect 0600").Should().Be(0);
        importer.Ask("map 0600").Should().Be(0);
        importer.Ask("load").Should().Be('e');
        importer.Ask("store s").Should().Be('s');
        exporter.AskText("read").Should().StartWith("se");
        exporter.Ask("write text").Should().Be(0);
        importer.AskText("get").Should().Be("text");
        importer.Number().Should().Be(0);
        importer.Ask("put more").Should().Be(0);

        importer.Ask("post").Should().Be(0);
        importer.Ask("post").Should().Be(0);
        exporter.Ask("wait").Should().Be(0);
        exporter.Ask("wait").Should().Be(0);
        exporter.Ask("wait now").Should().Be(TimedOut);
        exporter.Ask("post").Should().Be(0);
        importer.Ask("wait").Should().Be(0);

        importer.Ask("unmap").Should().Be(0);
        importer.Ask("disconnect").Should().Be(0);
        exporter.Ask("destroy").Should().Be(0);
        cluster.WaitForReport($"node A id 1 {Nothing}");
        cluster.WaitForReport($"node B id 2 {Nothing}");
        cluster.WaitForReport("processes 2 connections 4 memories 0");
    }

    [Fact]
    public void Unpublish_WhileMapped_CutsTheMapFromLiveMemory()
    {
        using var cluster = new RunningCluster();
        Talker exporter = cluster.Exporter();
        Talker importer = cluster.Importer();
        importer.Ask("connect 0600").Should().Be(0);
        importer.Ask("map 0600").Should().Be(0);
        exporter.Ask("unpublish").Should().Be(0);
        importer.Ask("post").Should().Be(Aborted);
        exporter.Ask("write live").Should().Be(0);
        importer.Ask("load").Should().NotBe('l');
        importer.Ask("store x").Should().Be('x');
        exporter.AskText("read").Should().Be("live");

        exporter.Ask("publish").Should().Be(0);
        importer.Ask("unmap").Should().Be(0);
        importer.Ask("disconnect").Should().Be(0);
        importer.Ask("connect 0600").Should().Be(0);
        importer.AskText("get").Should().Be("live");
    }

    [Fact]
    public void Unpublish_WhileTheImporterIsStopped_StillLeavesItNothingLive()
    {
        using var cluster = new RunningCluster();
        Talker exporter = cluster.Exporter();
        Talker importer = cluster.Importer();
        importer.Ask("connect 0600").Should().Be(0);
        importer.Ask("map 0600").Should().Be(0);
        Talker.Send("STOP", importer.Id);
        exporter.Ask("unpublish").Should().Be(0);
        exporter.Ask("write live").Should().Be(0);
        Talker.Send("CONT", importer.Id);
        importer.Ask("store x").Should().Be('x');
        exporter.AskText("read").Should().Be("live");
    }

    [Fact]
    public void Kill_OfTheImporter_LeavesNoRecordOfIt()
    {
        using var cluster = new RunningCluster();
        Talker exporter = cluster.Exporter();
        Talker importer = cluster.Importer();
        importer.Ask("connect 0600").Should().Be(0);
        importer.Ask("map 0600").Should().Be(0);
        importer.Kill();
        cluster.WaitForReport($"node A id 1 {Nothing}");
        cluster.WaitForReport("node B id 2 exports 1 published 1 imports 0 importers 0");
        cluster.WaitForReport("processes 1 connections 3");
        exporter.Ask("unpublish").Should().Be(0);
    }

    [Fact]
    public void Kill_OfTheExporter_BreaksTheConnection()
    {
        using var cluster = new RunningCluster();
        Talker exporter = cluster.Exporter();
        Talker importer = cluster.Importer();
        importer.Ask("connect 0600").Should().Be(0);
        exporter.Kill();
        cluster.WaitForReport($"node B id 2 {Nothing}");
        cluster.WaitForReport("memories 0");
        importer.Ask("post").Should().Be(Aborted);
        importer.Ask("disconnect").Should().Be(0);
        importer.Ask("connect 0600").Should().Be(NotPublished);
    }

    [Fact]
    public void Kill_OfTheExporter_IsSeenBeforeTheDaemonSaysSo()
    {
        using var cluster = new RunningCluster();
        Talker exporter = cluster.Exporter();
        Talker importer = cluster.Importer();
        exporter.Ask("write text").Should().Be(0);
        importer.Ask("connect 0600").Should().Be(0);
        importer.Ask("guard").Should().Be(0);
        importer.AskText("get").Should().Be("text");
        importer.Number().Should().Be(0);
        Talker.Send("STOP", cluster.DaemonId());
        exporter.Kill();
        int seen = importer.Ask("get");
        Talker.Send("CONT", cluster.DaemonId());
        seen.Should().Be(Aborted, "the memory is nobody's any more");
        importer.Ask("disconnect").Should().Be(0);
    }

    [Fact]
    public void Kill_OfTheDaemon_MakesCallsFailAsDocumented()
    {
        using var cluster = new RunningCluster();
        Talker exporter = cluster.Exporter();
        Talker importer = cluster.Importer();
        importer.Ask("connect 0600").Should().Be(0);
        importer.Ask("map 0600").Should().Be(0);
        Talker.Send("KILL", cluster.DaemonId());
        importer.Ask("post").Should().Be(Unreachable);
        importer.Ask("unmap").Should().Be(0);
        importer.Ask("disconnect").Should().Be(0);
        importer.Ask("connect 0600").Should().Be(NoResources);
        importer.Ask("controller").Should().Be(4);
        exporter.Ask("wait").Should().Be(5);
        exporter.Ask("unpublish").Should().Be(NotPublished);
        exporter.Ask("destroy").Should().Be(0);
        Directory.Delete(cluster.Sockets, recursive: true);
    }

    [Fact]
    public void Faults_OfLinkDelayAndLimit_AreSeenAndTakenBack()
    {
        using var cluster = new RunningCluster();
        Talker exporter = cluster.Exporter();
        Talker importer = cluster.Importer();
        importer.Ask("connect 0600").Should().Be(0);
        cluster.Fault("link-down", "A.sci0", "B.sci0");
        importer.Ask("post").Should().Be(Unreachable);
        importer.Ask("disconnect").Should().Be(0);
        importer.Ask("connect 0600").Should().Be(Unreachable);
        cluster.Fault("link-up", "A.sci0", "B.sci0");
        importer.Ask("connect 0600").Should().Be(0);
        importer.Ask("disconnect").Should().Be(0);

        cluster.Fault("limit", "A", "segments", "0");
        importer.Ask("connect 0600").Should().Be(NoResources);
        cluster.Fault("limit", "A", "segments", "none");

        cluster.Fault("connect-delay", "A", "100000");
        importer.Say("connect 0600");
        importer.InterruptUntilAnswer().Should().Be(Interrupted);
        cluster.WaitForReport($"node A id 1 {Nothing}");
        cluster.Fault("connect-delay", "A", "0");
        importer.Ask("connect 0600").Should().Be(0);
        exporter.Ask("unpublish").Should().Be(0);
    }

    [Fact]
    public void Importers_OfOtherUsers_AreJudgedByTheirDigitAndGainNoMore()
    {
        if (!TestUser.CanChoose)
        {
            Assert.Skip("only root can run programs as other users");
        }

        using var cluster = new RunningCluster();
        Talker exporter = cluster.Exporter(user: TestUser.Owner);
        Talker group = cluster.Importer(user: TestUser.OfTheGroup);
        group.Ask("connect 0600").Should().Be(27);
        group.Ask("connect 0400").Should().Be(0);
        group.Ask("map 0600").Should().Be(26);
        group.Ask("map 0400").Should().Be(0);
        exporter.Ask("write text").Should().Be(0);
        group.Ask("load").Should().Be('t');
        group.AskText("get").Should().Be("text");
        group.Number().Should().Be(0);
        group.Ask("intrude").Should().Be(0, "a reader must not find a way to write");
        Talker reader = cluster.Importer(user: TestUser.Owner);
        reader.Ask("connect 0400").Should().Be(0);
        reader.Ask("map 0400").Should().Be(0);
        reader.Ask("guard").Should().Be(0);
        reader.AskText("get").Should().Be("text");
        reader.Number().Should().Be(0);
        reader.Ask("intrude").Should().Be(0, "the owner of a segment who imports it for reading is a reader");
        Talker other = cluster.Importer(user: TestUser.Other);
        other.Ask("connect 0400").Should().Be(27);
        exporter.Ask("unpublish").Should().Be(0);
    }

    [Fact]
    public void Fork_WithLiveImportsAndThreads_LeavesChildrenWithoutHandlesAndTheParentAtWork()
    {
        using var cluster = new RunningCluster();
        Talker exporter = cluster.Exporter();
        cluster.Run("fork_importer.c", RunningCluster.A).Should().Be(new ProgramResult(0, "", ""));
        cluster.WaitForReport($"node A id 1 {Nothing}");
        cluster.WaitForReport("node B id 2 exports 1 published 1 imports 0 importers 0");
        exporter.Ask("destroy").Should().Be(0);
    }

    [Fact]
    public void HostileClients_OfAllKinds_HarmNobodyElse()
    {
        using var cluster = new RunningCluster();
        Talker exporter = cluster.Exporter();
        Talker importer = cluster.Importer();
        importer.Ask("connect 0600").Should().Be(0);
        cluster.Run("hostile.c", RunningCluster.A, "1", "500").Should().Be(new ProgramResult(0, "", ""));
        cluster.Run("hostile.c", RunningCluster.B, "2", "500").Should().Be(new ProgramResult(0, "", ""));
        importer.Ask("post").Should().Be(0);
        exporter.Ask("wait").Should().Be(0);
        cluster.WaitForReport("processes 2 connections 6 memories 1");
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public void Signal_ToTheDaemon_EndsItAsTheCommandDoes(string signal)
    {
        using var cluster = new RunningCluster();
        cluster.Importer();
        Talker.Send(signal, cluster.DaemonId());
        SpinWait.SpinUntil(() => !Directory.Exists(cluster.Sockets), TimeSpan.FromSeconds(60)).Should().BeTrue();
    }

    [Fact]
    public void Down_AfterUse_LeavesNothing()
    {
        using var cluster = new RunningCluster();
        cluster.Importer();
        cluster.Node("down").Should().Be(new ProgramResult(0, "", ""));
        Directory.Exists(cluster.Sockets).Should().BeFalse();
        cluster.Node("show").ExitCode.Should().Be(2);
    }
}
