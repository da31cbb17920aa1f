namespace RsmConformance.Defects.Topics;

/// <summary>The count of poll descriptors, counted wrongly.</summary>
internal static class PollfdCounts
{
    private const string Polled = "disconnect.error.pollfd-in-use";
    private const string Keeps = "disconnect.effect.failure-keeps-handle";
    private const string Support = "support.pollfd";

    public static IReadOnlyList<Defect> All { get; } =
    [
        new("pollfd-count-is-a-flag", Shows.State, [Polled, Support],
            "Whether a pollfd is held is a flag: the first release clears it for all of them.",
            SpoilPollfd.AfterGet((_, _, _) => 1)),
        new("pollfd-release-clears-the-count", Shows.State, [Polled, Support],
            "The release of one pollfd sets the count to 0.",
            SpoilPollfd.AfterRelease((_, _, _) => 0)),
        new("pollfd-get-counts-twice", Shows.State, [Support, Polled],
            "Each pollfd counts twice, so that the last release leaves the link held.",
            SpoilPollfd.AfterGet((_, count, _) => count + 2)),
        new("pollfd-get-does-not-count", Shows.State, [Polled, Support],
            "A pollfd that is given out is not counted.",
            SpoilPollfd.AfterGet((_, count, _) => count)),
        new("pollfd-second-get-does-not-count", Shows.State, [Polled, Support],
            "Only every second pollfd is counted.",
            SpoilPollfd.AfterGet((facts, count, right) => facts.Number % 2 == 0 ? count : right)),
        new("pollfd-release-does-not-count", Shows.State, [Support, Polled],
            "A pollfd that is released still counts.",
            SpoilPollfd.AfterRelease((_, count, _) => count)),
        new("pollfd-last-release-does-not-count", Shows.State, [Support, Polled],
            "The last pollfd that is released still counts: the loop ends at 1.",
            SpoilPollfd.AfterRelease((_, _, right) => Math.Max(1, right))),
        new("pollfd-second-release-does-not-count", Shows.State, [Support, Polled, Keeps],
            "Only the first release of a process lowers the count.",
            SpoilPollfd.AfterRelease((facts, count, right) => facts.Number > 1 ? count : right)),
        new("pollfd-surplus-release-goes-below-zero", Shows.State, [Polled],
            "A release too many makes the count negative, and the next pollfd does not hold the link.",
            SpoilPollfd.AfterRelease((_, count, _) => count - 1)),
        new("pollfd-release-is-refused-for-good", Shows.State, [Support, Polled],
            "A release lowers the count only when it is larger than 1.",
            SpoilPollfd.AfterRelease((_, count, right) => count > 1 ? right : count)),
        new("pollfd-count-wraps-at-four", Shows.State, [Polled],
            "The count has too few bits and starts again.",
            SpoilPollfd.AfterGet((_, _, right) => right % 3)),
        new("pollfd-count-is-not-kept-on-own-node", Shows.State, [Polled],
            "Whether one process has two links, the pollfd of the second is counted for the first: from the second get on nothing is counted.",
            SpoilPollfd.AfterGet((facts, count, right) => facts.Number > 1 ? count : right)),
        new("pollfd-does-not-hold-destroy", Shows.State, ["support.export-destroy", Support],
            "Destroy goes through while the exporter holds a pollfd.",
            SpoilPollfd.HoldsDestroy((_, _, _) => false)),
        new("pollfd-holds-destroy-for-ever", Shows.State, ["support.export-destroy"],
            "Destroy is refused even when no pollfd is held.",
            SpoilPollfd.HoldsDestroy((_, _, _) => true)),
    ];
}
