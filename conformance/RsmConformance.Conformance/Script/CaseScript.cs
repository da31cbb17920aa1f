using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Conformance;

/// <summary>
/// Writes a case down. The verbs are in other files; here are the case itself and where the next step goes: part, role,
/// thread, and what it comes after. Nothing of this is in the case that comes out, which is a value.
/// </summary>
internal sealed partial class CaseScript
{
    private readonly CaseId _id;
    private readonly string _purpose;
    private readonly List<string> _assertions;
    private readonly List<Role> _roles = [];
    private readonly List<Expectation> _expected = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private Sequence<string> _profiles = ["strict", "hardened", "historical"];
    private List<Step> _steps = [];
    private StepPart _part = StepPart.Preamble;
    private string? _role;
    private string _thread = Step.MainThread;
    private string? _factor;
    private string? _about;
    private string? _nextId;
    private Sequence<StepId>? _nextAfter;
    private Step? _last;

    private CaseScript(string id, string purpose)
    {
        _id = CaseId.Parse(id);
        _purpose = "Ensure that " + purpose;
        _assertions = [_id.Assertion];
    }

    /// <summary>Begins a case.</summary>
    /// <param name="id">Assertion, slash, what is special.</param>
    /// <param name="purpose">What follows "Ensure that".</param>
    public static CaseScript Ensure(string id, string purpose) => new(id, purpose);

    /// <summary>Ends the case.</summary>
    public Case Done() => new(
        _id, "1.0.0", _purpose, [.. _assertions], _profiles, [.. _roles], [.. _steps], [.. _expected]);

    /// <summary>Names further assertions that the case bears on.</summary>
    public CaseScript Bears(params string[] assertions)
    {
        _assertions.AddRange(assertions.Except(_assertions, StringComparer.Ordinal));
        return this;
    }

    /// <summary>Demands the case in the profile hardened only.</summary>
    public CaseScript HardenedOnly()
    {
        _profiles = ["hardened"];
        return this;
    }

    /// <summary>Adds a process and speaks for it from here on.</summary>
    public CaseScript Role(
        string name, string node, IdentityClass identity = IdentityClass.Owner, string umask = "022")
    {
        _roles.Add(new Role(name, node, identity, umask));
        return As(name);
    }

    /// <summary>Speaks for a process.</summary>
    public CaseScript As(string role, string thread = Step.MainThread)
    {
        (_role, _thread) = (role, thread);
        return this;
    }

    /// <summary>Speaks for the test bed.</summary>
    public CaseScript Bed()
    {
        (_role, _thread) = (null, Step.MainThread);
        return this;
    }

    /// <summary>What follows sets the scene.</summary>
    public CaseScript Preamble() => Part(StepPart.Preamble);

    /// <summary>What follows must succeed for the act to mean anything.</summary>
    public CaseScript Control() => Part(StepPart.Control);

    /// <summary>What follows is what the case is about.</summary>
    /// <param name="changedFactor">The one thing that differs from the control.</param>
    public CaseScript Act(string? changedFactor = null)
    {
        Part(StepPart.Act);
        _factor = changedFactor;
        return this;
    }

    /// <summary>What follows checks that nothing else changed.</summary>
    /// <param name="about">The assertion that is broken when it did.</param>
    public CaseScript Frame(string about)
    {
        Part(StepPart.Frame);
        _about = about;
        return Bears(about);
    }

    /// <summary>What follows puts back.</summary>
    public CaseScript Postamble() => Part(StepPart.Postamble);

    /// <summary>Names the next step.</summary>
    public CaseScript Id(string id)
    {
        _nextId = id;
        return this;
    }

    /// <summary>Says what the next step comes after, where that is not simply the step before.</summary>
    public CaseScript After(params string[] steps)
    {
        _nextAfter = [.. steps.Select(StepId.Parse)];
        return this;
    }

    /// <summary>Says what the last step may show.</summary>
    public CaseScript May(Sequence<PermittedOutcome> outcomes, string? value = null)
    {
        Step step = _last ?? throw new InvalidOperationException("there is no step yet");
        _expected.Add(new Expectation(step.Id, value, outcomes));
        return this;
    }

    /// <summary>Does something again and again.</summary>
    public CaseScript Repeat(int count, Action<CaseScript> body) =>
        Nest("repeat", body, steps => new StepAction.Repeat(count, steps));

    /// <summary>Does something once for each value.</summary>
    public CaseScript Sweep(string variable, IEnumerable<string> values, Action<CaseScript> body) =>
        Nest("sweep", body, steps => new StepAction.Sweep(variable, [.. values], steps));

    /// <summary>Lets a family of cases share a stretch of script.</summary>
    public CaseScript With(Func<CaseScript, CaseScript> stretch) => stretch(this);

    private CaseScript Part(StepPart part)
    {
        (_part, _factor, _about) = (part, null, null);
        return this;
    }

    private CaseScript Nest(string verb, Action<CaseScript> body, Func<Sequence<Step>, StepAction> action)
    {
        List<Step> outer = _steps;
        (string? id, Sequence<StepId>? after) = (_nextId, _nextAfter);
        (_nextId, _nextAfter) = (null, null);
        _steps = [];
        body(this);
        Sequence<Step> inner = [.. _steps];
        _steps = outer;
        (_nextId, _nextAfter) = (id, after);
        return Add(verb, action(inner));
    }

    private CaseScript Add(string verb, StepAction action)
    {
        string id = _nextId ?? Unused((_role ?? "bed") + "-" + verb);
        if (!_ids.Add(id))
        {
            throw new InvalidOperationException($"{_id}: two steps are called {id}");
        }

        _last = new Step(id, _role, _thread, _part, action, _nextAfter, _factor, null, _about);
        (_nextId, _nextAfter) = (null, null);
        _steps.Add(_last);
        return this;
    }

    private string Unused(string id)
    {
        string candidate = id;
        for (int n = 2; _ids.Contains(candidate); n++)
        {
            candidate = $"{id}-{n}";
        }

        return candidate;
    }
}
