using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using RsmConformance.Adapters.Reference;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Reference;
using RsmConformance.Spec;

namespace RsmConformance.Conformance.Tests;

/// <summary>
/// Reference and model in lock-step along random walks. A gate must not turn red by chance, so the walks are those of one seed;
/// with the environment variable RSM_REPLAY set to <c>random</c> they are new each time. A failure prints the shrunk list of
/// steps and the seed, and RSM_REPLAY set to that (<c>seed,gamma</c>, as FsCheck prints it) repeats it.
/// </summary>
public class LockstepTests(RecordedSuite suite)
{
    // Moves that would need a handle that is not there are left out: eighty make some forty steps.
    private const int LongWalk = 80;
    private const int ShortHistory = 12;
    private const string UsualSeed = "20061001,17";

    private static readonly Gen<Move> Moves =
        from who in Gen.Choose(0, 11)
        from what in Gen.Choose(0, 389)
        from which in Gen.Choose(0, 1)
        from how in Gen.Choose(0, 719)
        select new Move(who, what, which, how);

    [Fact]
    public void Rule_RandomWalk_IsAsTheModelSays() => Check(Walks(LongWalk, [0]), 300, Deviations.None);

    [Fact]
    public void Rule_RandomThreadsAtOnce_IsAsTheModelSays() => Check(Walks(ShortHistory, [2, 3]), 100, Deviations.None);

    [Fact]
    public void Rule_RandomWalkOnADeviatingReference_IsFoundAndShrunkToFewSteps()
    {
        Walk? smallest = null;
        FluentActions.Invoking(() => Check(Walks(LongWalk, [0]), 300, Deviations.Of(Reference.Deviation.D11), walk => smallest = walk))
            .Should().Throw<Exception>().WithMessage("*Falsifiable*");

        smallest.Should().NotBeNull();
        smallest!.ToCase().Script.Count(s => s.Part == StepPart.Frame).Should().BeLessThanOrEqualTo(2, "{0}", smallest);
    }

    private static Arbitrary<Walk> Walks(int length, int[] lanes) => Arb.From(
        from choices in Gen.Choose(1, 1_000_000)
        from lane in Gen.Elements(lanes)
        from size in Gen.Choose(length / 2, length)
        from moves in Moves.ArrayOf(size)
        select new Walk(choices, moves, lane),
        walk => walk.Smaller());

    private void Check(Arbitrary<Walk> walks, int count, Deviations deviations, Action<Walk>? failed = null)
    {
        Judge[] judges = [.. suite.Specification.Profiles.Where(p => p.Name.Value is "strict" or "hardened").Select(p => new Judge(p))];
        Prop.ForAll(walks, walk =>
        {
            string[] bad = [.. Bad(walk, judges, deviations)];
            if (bad.Length > 0)
            {
                failed?.Invoke(walk);
            }

            return (bad.Length == 0).Label(string.Join('\n', bad));
        }).Check(Configuration(count));
    }

    private IEnumerable<string> Bad(Walk walk, Judge[] judges, Deviations deviations)
    {
        Case testCase = walk.ToCase();
        using var adapter = new ReferenceAdapter(new Behaviour(Choices.Random(walk.Choices), deviations));
        RecordedCase evidence = suite.Play(adapter, testCase);
        return from judge in judges
               let judgement = judge.Rule(testCase, evidence)
               where judgement.Verdict is not (Verdict.Pass or Verdict.Observed)
               select $"{judgement.Verdict} {judgement.Step} {judgement.Assertion} {judgement.Words}";
    }

    private static Config Configuration(int count)
    {
        Config config = Config.QuickThrowOnFailure.WithMaxTest(count);
        string replay = Environment.GetEnvironmentVariable("RSM_REPLAY") ?? UsualSeed;
        if (replay == "random")
        {
            return config;
        }

        ulong[] numbers = [.. replay.Split(',').Select(n => ulong.Parse(n, CultureInfo.InvariantCulture))];
        return config.WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(numbers[0], numbers[1]), FSharpOption<int>.None)));
    }
}
