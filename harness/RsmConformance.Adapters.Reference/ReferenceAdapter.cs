using RsmConformance.Contract;
using RsmConformance.Contract.Agent;
using RsmConformance.Reference;
using RsmConformance.Reference.Rules;

namespace RsmConformance.Adapters.Reference;

/// <summary>
/// Carries the messages to the reference implementation in the same program, as lines all the same. Every session gets an emulated
/// cluster of its own.
/// </summary>
public sealed class ReferenceAdapter : IAdapter
{
    private readonly AgentThreads _threads = new();
    private readonly ReferenceHost _host;

    /// <summary>Makes an adapter to the reference with its default behaviour.</summary>
    public ReferenceAdapter()
        : this(Behaviour.Default)
    {
    }

    /// <summary>Makes an adapter to the reference with a behaviour.</summary>
    /// <param name="behaviour">Choices and deviations.</param>
    public ReferenceAdapter(Behaviour behaviour)
        : this(RuleBook.For(behaviour))
    {
    }

    /// <summary>Makes an adapter to the reference with rules of the caller's, such as one with a seeded defect.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="variant">What tells these rules from those of their behaviour, for the digest; null when nothing does.</param>
    public ReferenceAdapter(RuleBook rules, string? variant = null)
        : this(() => rules, variant)
    {
    }

    /// <summary>Makes an adapter to the reference with rules that remember what happened, so that every session needs its own.</summary>
    /// <param name="rules">Makes the rules of a session. Called by any thread.</param>
    /// <param name="variant">What tells these rules from those of their behaviour, for the digest; null when nothing does.</param>
    public ReferenceAdapter(Func<RuleBook> rules, string? variant)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _host = new ReferenceHost(rules, variant);
    }

    /// <inheritdoc/>
    public IAgentChannel Connect() => new InProcessChannel(_host, _threads);

    /// <inheritdoc/>
    public void Dispose() => _threads.Dispose();
}
