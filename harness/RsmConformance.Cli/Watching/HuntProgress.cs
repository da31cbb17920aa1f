using RsmConformance.Cli.Rendering;
using RsmConformance.Harness.Discrimination;

namespace RsmConformance.Cli.Watching;

/// <summary>Tells of a hunt in lines: a survivor at once, everything else now and then.</summary>
/// <param name="to">Where the lines go.</param>
/// <param name="total">How many defects are hunted.</param>
internal sealed class HuntProgress(TextWriter to, int total)
{
    private const int Every = 50;
    private int _done;

    /// <summary>A hunt is over. Called by one thread at a time.</summary>
    public void Note(Hunted hunted)
    {
        _done++;
        if (hunted.Outcome is HuntOutcome.Survived or HuntOutcome.ExcusedButKilled)
        {
            to.WriteLine($"{hunted.Mutant.Id}: {SelfTestWords.Of(hunted.Outcome)}");
        }

        if (_done % Every == 0)
        {
            to.WriteLine($"{_done} of {total} defects done");
        }

        to.Flush();
    }
}
