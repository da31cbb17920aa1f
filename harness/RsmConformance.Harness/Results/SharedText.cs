using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>
/// Lets the events of a trace share the words that they all repeat. Without it most of the memory of a large trace, and of the time to read
/// it, goes into copies of the same few names.
/// </summary>
internal sealed class SharedText
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<StepId> _steps = [];

    /// <summary>The same event.</summary>
    /// <param name="what">The event.</param>
    /// <param name="id">Its case, as others share it.</param>
    public TraceEvent Of(TraceEvent what, CaseId id) => what with
    {
        Run = Of(what.Run),
        Case = id,
        Step = Of(what.Step),
        Node = Of(what.Node),
        Process = Of(what.Process),
        Thread = Of(what.Thread),
        Clock = Of(what.Clock),
    };

    private string Of(string word)
    {
        if (_words.TryGetValue(word, out string? shared))
        {
            return shared;
        }

        _words.Add(word);
        return word;
    }

    private StepId Of(StepId step)
    {
        if (_steps.TryGetValue(step, out StepId shared))
        {
            return shared;
        }

        _steps.Add(step);
        return step;
    }
}
