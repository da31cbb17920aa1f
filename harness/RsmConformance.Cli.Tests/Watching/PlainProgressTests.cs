using RsmConformance.Cli.Tests.Rendering;
using RsmConformance.Cli.Watching;
using RsmConformance.Harness;

namespace RsmConformance.Cli.Tests.Watching;

public sealed class PlainProgressTests : IDisposable
{
    private readonly StringWriter _text = new();
    private readonly HandClock _clock = new();

    public void Dispose() => _text.Dispose();

    [Fact]
    public void Ruled_GoodVerdicts_GivesOneLineASecondAtMost()
    {
        PlainProgress progress = Begun();

        for (int tenth = 1; tenth <= 25; tenth++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            progress.Ruled(Verdicts.Of("connect.error.bad-addr/a", Verdict.Pass));
        }

        Lines().Skip(1).Should().Equal("10 of 0 done, 0 bad", "20 of 0 done, 0 bad");
    }

    [Fact]
    public void Ruled_BadVerdict_IsToldAtOnce()
    {
        PlainProgress progress = Begun();

        progress.Ruled(Verdicts.Of("connect.error.bad-addr/a", Verdict.Crash, "died\nbadly"));

        Lines().Skip(1).Should().Equal("CRASH connect.error.bad-addr/a: died\\u000Abadly");
    }

    [Fact]
    public void Begin_Plan_TellsTheCounts()
    {
        Begun();

        Lines().Should().Equal("planned  0: 0 to play, 0 unplayable for want of means; 0 excluded");
    }

    private PlainProgress Begun()
    {
        var progress = new PlainProgress(_text, _clock);
        progress.Begin(new Plan([], [], []));
        return progress;
    }

    private string[] Lines() => _text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A clock that is put forward by hand.</summary>
    private sealed class HandClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(TimeSpan by) => _now += by.Ticks;

        public override long GetTimestamp() => _now;
    }
}
