using RsmConformance.Abi;
using RsmConformance.Spec.Model;
using static RsmConformance.Abi.RsmError;

namespace RsmConformance.Spec.Tests.Model;

public sealed class MapTests
{
    [Theory]
    [InlineData("0400", "0400", true)]
    [InlineData("0400", "0200", false)]
    [InlineData("0400", "0600", false)]
    [InlineData("0200", "0200", true)]
    [InlineData("0200", "0400", false)]
    [InlineData("0600", "0600", true)]
    [InlineData("0600", "0400", true)]
    public void Map_RightsOfTheLink_Decide(string link, string map, bool granted)
    {
        Permitted permitted = Stage.Linked(link).Ask("imp", Map(map));

        permitted.Codes().Contains(RSM_SUCCESS).Should().Be(granted);
        permitted.Codes().Contains(RSMERR_BAD_PERMS).Should().Be(!granted);
        permitted.Blame.WrongCode(granted ? (int)RSMERR_BAD_PERMS : 0).Value.Should().Be(link switch
        {
            "0400" => "connect.permission.read-rights",
            "0200" => "connect.permission.write-rights",
            _ => "connect.permission.read-write-rights",
        });
    }

    [Fact]
    public void Map_AdmittedByTheGroupDigit_HistoricallyIsJudgedByTheOwnerDigit()
    {
        Stage stage = Stage.Published([new AccessEntry("A", "0460")], importer: new Identity(200, 10, []));
        stage.Do("imp", Stage.Connect());

        stage.Ask("imp", Map("0600")).Codes().Should().Equal(RSM_SUCCESS);
        stage.Ask("imp", Map("0600")).Forgiven().Should().Equal(RSMERR_BAD_PERMS);
    }

    [Fact]
    public void Map_AdmittedByPrivilege_HistoricallyIsRefused()
    {
        Stage stage = Stage.Published([new AccessEntry("A", "0400")], privileged: true);
        stage.Do("imp", Stage.Connect());

        stage.Ask("imp", Map("0600")).Transitions.Should().Contain(t => t.Has("A23.override-no-map"));
    }

    [Theory]
    [InlineData("1p", "2p", RSMERR_BAD_LENGTH)]
    [InlineData("0", "0", RSMERR_BAD_LENGTH)]
    [InlineData("8", "1p", RSMERR_BAD_MEM_ALIGNMENT)]
    public void Map_BadRange_IsRefused(string offset, string length, RsmError error)
    {
        Permitted permitted = Stage.Linked().Ask("imp", Map("0600") with { Offset = offset, Length = length });

        permitted.Codes().Should().Contain(error).And.NotContain(RSM_SUCCESS);
    }

    [Fact]
    public void Map_Twice_IsRefused()
    {
        Stage stage = Stage.Linked();
        stage.Do("imp", Map("0600"));

        stage.Ask("imp", Map("0600")).Codes().Should().Equal(RSMERR_SEG_ALREADY_MAPPED);
    }

    [Fact]
    public void Map_AfterUnpublish_IsAborted()
    {
        Stage stage = Stage.Linked();
        stage.Do("exp", new ExportUnpublish("seg"));

        stage.Ask("imp", Map("0600")).Codes().Should().Equal(RSMERR_CONN_ABORTED);
    }

    [Fact]
    public void Unmap_NotMapped_IsRefusedUnlessAGetMayHaveMapped()
    {
        Stage stage = Stage.Linked();
        stage.Ask("imp", new ImportUnmap("link")).Codes().Should().Equal(RSMERR_SEG_NOT_MAPPED);
        stage.Do("imp", new ImportGet("link", "0", "local", "8"));

        stage.Ask("imp", new ImportUnmap("link")).Codes().Should().BeEquivalentTo([RSM_SUCCESS, RSMERR_SEG_NOT_MAPPED]);
    }

    [Fact]
    public void Load_ThroughAMap_SeesWhatTheExporterStored()
    {
        Stage stage = Stage.Linked("0400");
        stage.Do("imp", Map("0400") with { Offset = "1p" });
        stage.Happen(new Stimulus.Store("exp", "mem@1p+8", "4", 3));

        Permitted permitted = stage.Ask(new Stimulus.Load("imp", "map@8", "4"));

        permitted.Transitions.Single().Outcome.Should().Be(new Outcome.Data(MemoryImage.Filled(4, 3)));
        permitted.Blame.Data.Value.Should().Be("connect.effect.links-that-segment");
    }

    [Fact]
    public void Store_ThroughAWritableMap_ReachesTheExporter()
    {
        Stage stage = Stage.Linked();
        stage.Do("imp", Map("0600"));
        stage.Happen(new Stimulus.Store("imp", "map@16", "8", 4));

        var data = (Outcome.Data)stage.Ask(new Stimulus.Load("exp", "mem@16", "8")).Transitions.Single().Outcome;
        data.Image.Should().Be(MemoryImage.Filled(8, 4));
    }

    [Fact]
    public void Store_ThroughAReadOnlyMap_Faults()
    {
        Stage stage = Stage.Linked("0400");
        stage.Do("imp", Map("0400"));

        Permitted permitted = stage.Ask(new Stimulus.Store("imp", "map", "8", 4));

        permitted.Transitions.Single().Outcome.Should().Be(new Outcome.Faults());
        permitted.Transitions.Single().Next.Should().Be(stage.State);
        permitted.Blame.Fault.Value.Should().Be("connect.permission.read-rights");
    }

    [Fact]
    public void Load_ThroughAWriteOnlyMap_ReadsOrFaults()
    {
        Stage stage = Stage.Linked("0200");
        stage.Do("imp", Map("0200"));

        stage.Ask(new Stimulus.Load("imp", "map", "8")).Transitions.Select(t => t.Readings.Single().Value)
            .Should().Equal("A49.readable", "A49.not-readable");
    }

    [Fact]
    public void Load_AfterUnpublish_SeesNothingThatMeansAnything()
    {
        Stage stage = Stage.Linked();
        stage.Do("imp", Map("0600"));
        stage.Do("exp", new ExportUnpublish("seg"));

        stage.Ask(new Stimulus.Load("imp", "map", "8")).Transitions.Select(t => t.Outcome)
            .Should().Contain(new Outcome.Data(MemoryImage.Unknown(8)));
        Permitted store = stage.Ask(new Stimulus.Store("imp", "map", "8", 4));
        store.Transitions.Should().OnlyContain(t => t.Next.Memory == stage.State.Memory);
    }

    [Fact]
    public void Load_AfterUnmap_Faults()
    {
        Stage stage = Stage.Linked();
        stage.Do("imp", Map("0600"));
        stage.Do("imp", new ImportUnmap("link"));

        stage.Ask(new Stimulus.Load("imp", "map", "8")).Transitions.Single().Outcome.Should().Be(new Outcome.Faults());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("unmapped")]
    public void Load_FromNowhere_Faults(string address) =>
        Stage.Linked().Ask(new Stimulus.Load("imp", address, "8")).Transitions.Single().Outcome.Should().Be(new Outcome.Faults());

    [Fact]
    public void Rebind_MappedOnTheSameNode_HistoricallyKeepsTheOldPages()
    {
        Stage stage = Stage.Published([new AccessEntry("B", "0666")]);
        stage.Do("near", Stage.Connect());
        stage.Do("near", Map("0600"));
        stage.Happen(new Stimulus.AllocateBuffer("exp", "new", "2p", 9));

        Permitted permitted = stage.Ask("exp", new ExportRebind("seg", "new", "2p"));

        MemoryImage[] seen =
        [
            .. permitted.Transitions.Select(t =>
                ((Outcome.Data)stage.Model.Apply(t.Next, new Stimulus.Load("near", "map", "8")).Transitions.Single().Outcome).Image),
        ];
        seen.Should().Equal(MemoryImage.Filled(8, 9), MemoryImage.Filled(8, 1));
        permitted.Transitions[1].Deviations.Should().Equal(new DeviationId("D60"));
    }

    private static ImportMap Map(string perm) =>
        new("link", OutputRef.Parse("map"), MapAttribute.None, perm, "0", "1p");
}
