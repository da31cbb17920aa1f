namespace RsmConformance.Reference.Native.Tests;

/// <summary>A user who takes all that he can get.</summary>
public sealed class HoardingTests
{
    private const int Descriptors = 400;

    [Fact]
    public void Allocations_OfOneUserWithoutEnd_LeaveOthersRoom()
    {
        if (!TestUser.CanChoose)
        {
            Assert.Skip("only root can run programs as other users");
        }

        using var cluster = new RunningCluster(Descriptors);
        Talker hoarder = cluster.Start("hoarder.c", RunningCluster.A, TestUser.Other);
        cluster.Exporter(user: TestUser.Owner);
        Talker importer = cluster.Importer(user: TestUser.OfTheGroup);
        importer.Ask("connect 0400").Should().Be(0);
        importer.AskText("get").Should().StartWith("e");

        hoarder.Kill();
        cluster.WaitForReport("memories 1");
        cluster.Start("hoarder.c", RunningCluster.A, TestUser.Other);
    }
}
