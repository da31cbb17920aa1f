using RsmConformance.Contract;
using RsmConformance.Spec;

namespace RsmConformance.Harness.Repro;

/// <summary>
/// Plays scenarios on one implementation, each in a session of its own, and judges them. It stores nothing. For one thread.
/// </summary>
/// <param name="adapter">The way to the implementation.</param>
/// <param name="bed">The bed that it stands on.</param>
/// <param name="profile">What is demanded.</param>
/// <param name="settings">How long steps may take.</param>
public sealed class Player(IAdapter adapter, BedDescription bed, Profile profile, RunSettings settings)
{
    private readonly Judge _judge = new(profile);
    private SessionBinder? _binder;

    /// <summary>The bed, as it is for the agent that answered.</summary>
    public BedDescription Bed { get; private set; } = bed;

    /// <summary>Plays a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <returns>What happened, and the verdict on it.</returns>
    /// <exception cref="AdapterException">The implementation cannot be reached.</exception>
    public Played Play(Case scenario)
    {
        SessionBinder binder = _binder ??= Greet();
        using IAgentChannel channel = adapter.Connect();
        RecordedCase recorded = new CaseRunner(settings).Play(scenario, binder.Bind(scenario), channel);
        return Judge(scenario, recorded);
    }

    /// <summary>Judges evidence of a scenario as this player would.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="recorded">The evidence.</param>
    public Played Judge(Case scenario, RecordedCase recorded) => new(scenario, recorded, _judge.Rule(scenario, recorded));

    private SessionBinder Greet()
    {
        AgentMessage.Welcome welcome = Greeting.Exchange(adapter, settings);
        if (welcome.ConfinedTo is { } self)
        {
            Bed = Bed.ConfinedTo(self);
        }

        return new SessionBinder(Bed, welcome.PageSize);
    }
}
