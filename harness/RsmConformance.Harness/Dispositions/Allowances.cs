using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>
/// What the user's lists foresee. It turns a verdict into a disposition and leaves the verdict alone: what happened and how it
/// counts stay apart.
/// </summary>
public sealed class Allowances
{
    private readonly KnownFailures _known;
    private readonly Waivers _waivers;
    private readonly DateOnly _today;

    /// <summary>Brings the lists together.</summary>
    /// <param name="known">The known failures.</param>
    /// <param name="waivers">The waivers.</param>
    /// <param name="clock">Tells today's date.</param>
    /// <exception cref="UsageException">A case is in both lists.</exception>
    public Allowances(KnownFailures known, Waivers waivers, TimeProvider clock)
    {
        foreach (CaseId id in waivers.Cases)
        {
            if (known.Find(id) is { } entry)
            {
                throw new UsageException(
                    $"--known-failing and --waivers: {id} is a known failure (line {entry.Line}) and waived (line {waivers.Find(id)!.Line}); "
                    + "remove it from one of the two");
            }
        }

        _known = known;
        _waivers = waivers;
        _today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>No lists: every bad verdict is a regression.</summary>
    public static Allowances None { get; } = new(KnownFailures.None, Waivers.None, TimeProvider.System);

    /// <summary>How a verdict counts.</summary>
    /// <param name="id">The case.</param>
    /// <param name="verdict">The verdict on it.</param>
    /// <returns>
    /// A listed case that is undecided (UNRESOLVED, UNSUPPORTED, UNTESTED, HARNESS_ERROR) is <see cref="Disposition.Ok"/>: it neither
    /// bears the list out nor contradicts it.
    /// </returns>
    public Disposition DispositionOf(CaseId id, Verdict verdict)
    {
        bool isBad = verdict is Verdict.Fail or Verdict.Crash or Verdict.Hang;
        bool isGood = verdict is Verdict.Pass or Verdict.Observed or Verdict.Warn;
        if (_waivers.Find(id) is { } waiver)
        {
            return isGood ? Disposition.WaiverUnused
                : !isBad ? Disposition.Ok
                : _today <= waiver.Expires ? Disposition.Waived
                : Disposition.WaiverExpired;
        }

        bool isListed = _known.Find(id) is not null;
        return isBad ? (isListed ? Disposition.Known : Disposition.Regression)
            : isGood && isListed ? Disposition.Fixed
            : Disposition.Ok;
    }
}
