namespace RsmConformance.Reference.Tests;

/// <summary>One rule can be replaced, and only what it decides changes.</summary>
public sealed class RuleTests
{
    [Fact]
    public void ConnectRules_Replaced_FailsAtTheSeventeenthCallAlone()
    {
        RuleBook rules = RuleBook.For(Behaviour.Default) with { Connect = new SeventeenthConnect(Behaviour.Default) };
        using var room = new Room(rules);
        room.Spawn("A").Export();
        User importer = room.Spawn("B");

        List<int> codes = [.. Enumerable.Range(0, 20).Select(_ => importer.TryConnect().Code)];

        codes[16].Should().Be((int)RsmError.RSMERR_PERM_DENIED);
        codes.Count(c => c == 0).Should().Be(19);
    }

    [Fact]
    public void LifetimeRules_Replaced_LeaksOnOnePath()
    {
        RuleBook rules = RuleBook.For(Behaviour.Default) with { Lifetime = new LeaksWhenInterrupted(Behaviour.Default) };
        using var room = new Room(rules);
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        room.Cluster.Gates.Fail(GateName.ConnectBeforeReply, importer.Process, RsmError.RSMERR_INTERRUPTED);
        importer.TryConnect().Code.Should().Be((int)RsmError.RSMERR_INTERRUPTED);
        importer.Api.ImportDisconnect(importer.Connect()).Should().Be(0);

        room.Cluster.Count("A", MeasureKind.ImporterRecords).Should().Be(1);
    }

    [Fact]
    public void DisconnectRules_Replaced_LetsTwoThreadsBothSucceed()
    {
        RuleBook rules = RuleBook.For(Behaviour.Default) with { Disconnect = new NeverClaims(Behaviour.Default) };
        using var room = new Room(rules);
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        nint import = importer.Connect();
        room.Cluster.Gates.Hold(GateName.DisconnectBeforeFarewell, importer.Process);
        Caller first = new Caller(importer, api => api.ImportDisconnect(import)).Blocked();
        importer.Api.ImportDisconnect(import).Should().Be(0);
        room.Cluster.Gates.Release(GateName.DisconnectBeforeFarewell, importer.Process);

        first.Result().Should().Be(RsmError.RSM_SUCCESS);
    }

    [Fact]
    public void PublicationRules_Replaced_FindsWhatWasUnpublished()
    {
        RuleBook rules = RuleBook.For(Behaviour.Default) with { Publication = new NeverForgets(Behaviour.Default) };
        using var room = new Room(rules);
        User exporter = room.Spawn("A");
        exporter.Api.ExportUnpublish(exporter.Export()).Should().Be(0);

        room.Spawn("B").TryConnect().Code.Should().Be(0);
        room.Spawn("B").TryConnect(id: 0x600001).Code.Should().Be((int)RsmError.RSMERR_SEG_NOT_PUBLISHED);
    }

    [Fact]
    public void ForcedDisconnectRules_Replaced_LeavesLiveMemoryInReach()
    {
        RuleBook rules = RuleBook.For(Behaviour.Default) with { ForcedDisconnect = new NeverCuts(Behaviour.Default) };
        using var room = new Room(rules);
        User exporter = room.Spawn("A");
        nint buffer = exporter.Buffer();
        nint export = exporter.Export(buffer: buffer);
        User importer = room.Spawn("B");
        nint map = importer.TryMap(importer.Connect()).Address;
        exporter.Api.ExportUnpublish(export).Should().Be(0);

        importer.Set(map, 66);

        exporter.Get(buffer).Should().Be(66);
    }

    private sealed class SeventeenthConnect(Behaviour behaviour) : ConnectRules(behaviour)
    {
        public override bool Counts(CallFacts facts, ConnectTarget target, ConnectCondition condition, bool holds) =>
            holds || (condition == ConnectCondition.ClassDenied && facts.Number == 17);
    }

    private sealed class LeaksWhenInterrupted(Behaviour behaviour) : LifetimeRules(behaviour)
    {
        public override bool Releases(CallFacts? facts, Possession possession, ReleasePath path) =>
            !(possession == Possession.ImporterRecord && path == ReleasePath.Interrupted);
    }

    private sealed class NeverClaims(Behaviour behaviour) : DisconnectRules(behaviour)
    {
        public override bool Claims(CallFacts facts) => false;
    }

    private sealed class NeverForgets(Behaviour behaviour) : PublicationRules(behaviour)
    {
        public override bool WithdrawsId(CallFacts? facts, uint id) => false;

        public override bool IsFound(CallFacts facts, uint asked, bool isPublished) => true;
    }

    private sealed class NeverCuts(Behaviour behaviour) : ForcedDisconnectRules(behaviour)
    {
        public override bool CutsMaps(ImportFacts import, AbortCause cause) => false;
    }
}
