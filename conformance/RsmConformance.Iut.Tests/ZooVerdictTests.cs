namespace RsmConformance.Iut.Tests;

/// <summary>What the suite says of each beast, where it strikes and where it does not.</summary>
public sealed class ZooVerdictTests(BuiltZoo zoo) : IClassFixture<BuiltZoo>
{
    /// <summary>It connects, and leaves the end of the link to the end of the process.</summary>
    private const string ConnectsOnly = "connect.return.success-zero/plain";

    /// <summary>It connects, and disconnects more than the link.</summary>
    private const string Disconnects = "disconnect.error.bad-seg-hndl/null";

    private static readonly string[] Cases =
    [
        ConnectsOnly,
        Disconnects,
        "connect.effect.handle-through-memseg/cell",
        "connect.resource.failure-no-growth/unknown-node/descriptors",
    ];

    public static TheoryData<string> Beasts => [.. ZooTable.Entries.Select(beast => beast.Id)];

    [Theory]
    [MemberData(nameof(Beasts))]
    public void Run_Beast_HasItsVerdictAndTheRestStillRuns(string id)
    {
        BeastEntry beast = ZooTable.Entries.Single(entry => entry.Id == id);

        (Command run, Dictionary<string, CaseVerdict> verdicts) = zoo.Run(id, Cases);

        verdicts.Keys.Should().BeEquivalentTo(Cases, "{0}", run.Output);
        if (beast.Verdict == "none")
        {
            run.ExitCode.Should().Be(0, "{0}", run.Output);
            verdicts.Values.Should().OnlyContain(verdict => verdict.Word == "PASS");
            return;
        }

        run.ExitCode.Should().Be(1, "{0}", run.Output);
        if (beast.Verdict == "FAIL")
        {
            verdicts.Values.Where(verdict => verdict.Word == "FAIL").Select(verdict => verdict.Assertion)
                .Should().Contain(assertion => beast.Assertions.Contains(assertion));
            return;
        }

        bool inDisconnect = beast.Strikes.EndsWith("disconnect", StringComparison.Ordinal);
        verdicts[ConnectsOnly].Word.Should().Be(inDisconnect ? "PASS" : beast.Verdict);
        verdicts.Where(verdict => verdict.Key != ConnectsOnly).Should().OnlyContain(verdict => verdict.Value.Word == beast.Verdict);
    }
}
