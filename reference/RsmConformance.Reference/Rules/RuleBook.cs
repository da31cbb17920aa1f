namespace RsmConformance.Reference.Rules;

/// <summary>
/// Every decision of the reference, one rule each. A choice, a deviation or a seeded defect replaces one of these and leaves the
/// rest alone: <c>RuleBook.For(behaviour) with { Disconnect = new ... }</c>.
/// </summary>
/// <param name="Behaviour">Choices and deviations, for the few decisions that concern several rules.</param>
public sealed record RuleBook(Behaviour Behaviour)
{
    /// <summary>What connect refuses.</summary>
    public ConnectRules Connect { get; init; } = new(Behaviour);

    /// <summary>What connect stores.</summary>
    public OutputRules Output { get; init; } = new(Behaviour);

    /// <summary>The user level of protection.</summary>
    public PermissionRules Permission { get; init; } = new(Behaviour);

    /// <summary>The node level of protection.</summary>
    public PublicationRules Publication { get; init; } = new(Behaviour);

    /// <summary>What disconnect refuses and does.</summary>
    public DisconnectRules Disconnect { get; init; } = new(Behaviour);

    /// <summary>Handles.</summary>
    public HandleRules Handles { get; init; } = new(Behaviour);

    /// <summary>What is released when.</summary>
    public LifetimeRules Lifetime { get; init; } = new(Behaviour);

    /// <summary>Connections broken from outside.</summary>
    public ForcedDisconnectRules ForcedDisconnect { get; init; } = new(Behaviour);

    /// <summary>Maps.</summary>
    public MapRules Map { get; init; } = new(Behaviour);

    /// <summary>Put and get.</summary>
    public TransferRules Transfer { get; init; } = new(Behaviour);

    /// <summary>Barriers.</summary>
    public BarrierRules Barrier { get; init; } = new(Behaviour);

    /// <summary>Signals.</summary>
    public SignalRules Signal { get; init; } = new(Behaviour);

    /// <summary>Poll descriptors.</summary>
    public PollfdRules Pollfd { get; init; } = new(Behaviour);

    /// <summary>Controllers.</summary>
    public ControllerRules Controller { get; init; } = new(Behaviour);

    /// <summary>What becomes of calls at gates.</summary>
    public GateRules Gate { get; init; } = new();

    /// <summary>Limits.</summary>
    public ResourceRules Resource { get; init; } = new(Behaviour);

    /// <summary>Paths between nodes.</summary>
    public PathRules Path { get; init; } = new();

    /// <summary>The rules of a behaviour.</summary>
    /// <param name="behaviour">Choices and deviations.</param>
    public static RuleBook For(Behaviour behaviour) => new(behaviour);
}
