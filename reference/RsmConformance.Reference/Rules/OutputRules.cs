namespace RsmConformance.Reference.Rules;

/// <summary>The output pointer of connect: whether it can be used, and what is stored through it.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public class OutputRules(Behaviour behaviour)
{
    /// <summary>Choices and deviations.</summary>
    protected Behaviour Behaviour { get; } = behaviour;

    /// <summary>Whether a pointer in this state is refused.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="state">The pointer's state.</param>
    public virtual bool IsUnusable(CallFacts facts, OutputState state) => state switch
    {
        OutputState.Writable => false,
        OutputState.Misaligned => Behaviour.Choices.A47 == MisalignedOutput.BadAddress,
        _ => true,
    };

    /// <summary>Whether the library stores through the pointer without a look, and so ends the process (D01).</summary>
    /// <param name="facts">The call.</param>
    /// <param name="state">The pointer's state.</param>
    public virtual bool Crashes(CallFacts facts, OutputState state) =>
        Behaviour.Deviates(Deviation.D01) && state is (OutputState.Null or OutputState.Unmapped or OutputState.ReadOnly);

    /// <summary>What a failing connect stores; null to store nothing.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="code">The code that it returns.</param>
    /// <param name="stage">How far it had come.</param>
    /// <param name="block">The address of the handle that will not be.</param>
    public virtual nint? OnFailure(CallFacts facts, RsmError code, ConnectStage stage, nint block) =>
        Behaviour.Deviates(Deviation.D03) && stage == ConnectStage.Controller ? block
        : Behaviour.Choices.A05 == OutputOnFailure.Null ? 0
        : null;

    /// <summary>What a successful connect stores; null to store nothing.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="handle">The new handle.</param>
    public virtual nint? OnSuccess(CallFacts facts, nint handle) => handle;

    /// <summary>Where a successful connect stores, in bytes from the caller's object: there and nowhere else.</summary>
    /// <param name="facts">The call.</param>
    public virtual IReadOnlyList<int> Places(CallFacts facts) => [0];
}
