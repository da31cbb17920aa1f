namespace RsmConformance.Reference;

/// <summary>
/// One permitted outcome wherever the page of connect or disconnect leaves freedom; the properties carry the numbers of the
/// interpretations. The first value of each is the default.
/// </summary>
public sealed record Choices
{
    /// <summary>Which of several conditions of connect that hold at once is reported.</summary>
    public ConnectPrecedence A01 { get; init; }

    /// <summary>The seed of the order when <see cref="A01"/> is <see cref="ConnectPrecedence.Shuffled"/>.</summary>
    public int A01Seed { get; init; }

    /// <summary>The code for an output pointer that is NULL or cannot be written.</summary>
    public UnusableOutput A04 { get; init; }

    /// <summary>What a failing connect stores.</summary>
    public OutputOnFailure A05 { get; init; }

    /// <summary>The code for a controller handle that is neither NULL nor valid.</summary>
    public BadController A07 { get; init; }

    /// <summary>The code for a controller that has gone since it was got.</summary>
    public VanishedController A08 { get; init; }

    /// <summary>The code for another node through the loopback controller.</summary>
    public LoopbackToOtherNode A09 { get; init; }

    /// <summary>The code for a node that this controller is not wired to.</summary>
    public NotWired A11 { get; init; }

    /// <summary>The code for a segment exported through a controller that this one is not wired to.</summary>
    public ExportedElsewhere A12 { get; init; }

    /// <summary>A segment of the own node that was exported through another controller.</summary>
    public LocalOtherController A13 { get; init; }

    /// <summary>The code for a link that goes down during the call.</summary>
    public PathLostDuringConnect A15 { get; init; }

    /// <summary>The code for a node that is listed with mode 0.</summary>
    public ListedWithoutRights A18 { get; init; }

    /// <summary>Which groups of the importer make it a member of the exporter's group.</summary>
    public GroupMatch A21 { get; init; }

    /// <summary>Whether uid 0 passes the permission check.</summary>
    public PrivilegedCaller A23 { get; init; }

    /// <summary>When the umask is taken that makes the mode of a publish without a list.</summary>
    public UmaskMoment A24 { get; init; }

    /// <summary>The code when a resource is used up.</summary>
    public ExhaustionCode A29 { get; init; }

    /// <summary>The outcome when the exporter withdraws the segment during the call.</summary>
    public UnpublishedDuringConnect A30 { get; init; }

    /// <summary>The code for a disconnect when a map and a poll descriptor both stand in its way.</summary>
    public MappedAndPollfd A37 { get; init; }

    /// <summary>An output pointer that is not aligned for a pointer.</summary>
    public MisalignedOutput A47 { get; init; }

    /// <summary>Modes of an access list above 0666.</summary>
    public OddListModes A48 { get; init; }

    /// <summary>Loads from a map with write permission alone.</summary>
    public WriteOnlyMap A49 { get; init; }

    /// <summary>Every choice drawn at random.</summary>
    /// <param name="seed">Equal seeds give equal choices.</param>
    /// <returns>The choices.</returns>
    public static Choices Random(int seed)
    {
        var random = new Random(seed);
        return new Choices
        {
            A01Seed = random.Next(),
            A01 = Any<ConnectPrecedence>(random),
            A04 = Any<UnusableOutput>(random),
            A05 = Any<OutputOnFailure>(random),
            A07 = Any<BadController>(random),
            A08 = Any<VanishedController>(random),
            A09 = Any<LoopbackToOtherNode>(random),
            A11 = Any<NotWired>(random),
            A12 = Any<ExportedElsewhere>(random),
            A13 = Any<LocalOtherController>(random),
            A15 = Any<PathLostDuringConnect>(random),
            A18 = Any<ListedWithoutRights>(random),
            A21 = Any<GroupMatch>(random),
            A23 = Any<PrivilegedCaller>(random),
            A24 = Any<UmaskMoment>(random),
            A29 = Any<ExhaustionCode>(random),
            A30 = Any<UnpublishedDuringConnect>(random),
            A37 = Any<MappedAndPollfd>(random),
            A47 = Any<MisalignedOutput>(random),
            A48 = Any<OddListModes>(random),
            A49 = Any<WriteOnlyMap>(random),
        };
    }

    private static T Any<T>(Random random) where T : struct, Enum
    {
        T[] values = Enum.GetValues<T>();
        return values[random.Next(values.Length)];
    }
}
