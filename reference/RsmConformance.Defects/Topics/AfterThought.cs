namespace RsmConformance.Defects.Topics;

/// <summary>What came to mind when everything else was done and the page was read once more.</summary>
internal static class AfterThought
{
    private const int ShortList = 32;

    public static IReadOnlyList<Defect> All { get; } =
    [
        new("afterthought-denial-is-remembered", Shows.State, ["connect.permission.identity", "connect.effect.survives-republish", "connect.return.success-zero", "connect.effect.failure-changes-nothing"],
            "Who was denied once is denied for good, whatever the segment says by then.",
            book =>
            {
                var denied = new HashSet<(int, ConnectTarget)>();
                return Counting(book, (facts, target, condition, right) =>
                {
                    lock (denied)
                    {
                        return condition == ConnectCondition.ClassDenied && right
                            ? denied.Add((facts.Process, target)) || right
                            : right || (condition == ConnectCondition.ClassDenied && denied.Contains((facts.Process, target)));
                    }
                });
            }),
        new("afterthought-one-writer-a-process", Shows.Code, ["connect.effect.distinct-handles", "connect.return.success-zero"],
            "A process may connect to a segment for writing only once; a second time it is out of resources.",
            book =>
            {
                var writers = new HashSet<(int, uint, uint)>();
                return Counting(book, (facts, target, condition, right) =>
                {
                    lock (writers)
                    {
                        return right || (condition == ConnectCondition.NoSegment && target.Permission.Writes
                            && !writers.Add((facts.Process, target.Node, target.Segment)));
                    }
                });
            }),
        new("afterthought-mode-of-the-call-before", Shows.Code, ["connect.permission.limited-values"],
            "The check of the mode looks at a variable that still holds the mode of the call before.",
            book =>
            {
                var last = new Dictionary<int, bool>();
                return book with
                {
                    Connect = new WrongConnect(book.Behaviour)
                    {
                        IsMalformedInstead = (facts, _, right) =>
                        {
                            lock (last)
                            {
                                bool before = last.GetValueOrDefault(facts.Process);
                                last[facts.Process] = right;
                                return before;
                            }
                        },
                    },
                };
            }),
        new("afterthought-list-is-searched-halfway", Shows.Identity, ["connect.permission.node-entry", "connect.error.seg-not-published-to-node"],
            "Only the first 32 entries of the list are searched, though it may have 64.",
            book => book with
            {
                Publication = new WrongPublication(book.Behaviour)
                {
                    ModeOfInstead = (_, list, _, node, right) => list is { Count: > ShortList } && list.Take(ShortList).All(e => e.Node != node) ? null : right,
                },
            }),
        new("afterthought-second-link-is-explicit", Shows.State, ["connect.effect.forced-disconnect", "connect.effect.creates-segment", "support.barrier"],
            "The barrier mode of a new link is implicit for the first link of a process only.",
            book => book with
            {
                Barrier = new WrongBarrier(book.Behaviour) { InitialModeInstead = (facts, right) => facts.Number > 1 ? BarrierMode.Explicit : right },
            }),
        new("afterthought-user-is-held-against-group", Shows.Identity, ["connect.permission.group-class", "connect.permission.other-class"],
            "The importer's user id is compared with the exporter's group id as well.",
            book => book with
            {
                Permission = new WrongPermission(book.Behaviour) { IsMemberInstead = (_, owner, importer, right) => right || importer.Uid == owner.Gid },
            }),
        new("afterthought-offset-of-16-bits", Shows.Data, ["support.get", "support.put", "connect.effect.links-that-segment"],
            "Where data goes is kept in 16 bits, so that what lies beyond 64 KiB lands before.",
            book => book with { Transfer = new WrongTransfer(book.Behaviour) { DataOffsetInstead = (_, offset, _) => offset & 0xFFFF } }),
        new("afterthought-path-heals-late", Shows.Code, ["connect.error.remote-node-unreachable", "connect.effect.physical-connection", "connect.return.success-zero"],
            "The first connect after a path has come back still says that it is down.",
            book =>
            {
                var down = new HashSet<(int, uint)>();
                return Counting(book, (facts, target, condition, right) =>
                {
                    lock (down)
                    {
                        return condition == ConnectCondition.PathDown && right
                            ? down.Add((facts.Process, target.Node)) || right
                            : right || (condition == ConnectCondition.PathDown && down.Remove((facts.Process, target.Node)));
                    }
                });
            }),
        new("afterthought-slots-for-two-threads", Shows.Code, ["connect.threading.mt-safe"],
            "The library has slots for two calling threads of a process; a third is out of resources.",
            book =>
            {
                var threads = new HashSet<(int, int)>();
                return Counting(book, (facts, _, condition, right) =>
                {
                    lock (threads)
                    {
                        return right || (condition == ConnectCondition.NoSegment && threads.Add((facts.Process, facts.Thread))
                            && threads.Count(t => t.Item1 == facts.Process) > 2);
                    }
                });
            }),
        new("afterthought-republish-without-list-keeps-it", Shows.State, ["support.export-republish", "connect.permission.default-mode", "connect.effect.survives-republish"],
            "A republish without a list leaves the old list in place.",
            book => book with
            {
                Publication = new WrongPublication(book.Behaviour) { RepublishedInstead = (_, current, wanted, _) => wanted ?? current },
            }),
    ];

    private static RuleBook Counting(RuleBook book, Func<CallFacts, ConnectTarget, ConnectCondition, bool, bool> instead) => book with
    {
        Connect = new WrongConnect(book.Behaviour)
        {
            CountsInstead = (facts, target, condition, _, right) => instead(facts, target, condition, right),
        },
    };
}
