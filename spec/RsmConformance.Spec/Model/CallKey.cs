namespace RsmConformance.Spec.Model;

/// <summary>
/// Names one invocation within a trace, such as <c>act#3</c>. Objects that a call makes are named after its key, so that the
/// order in which calls are tried does not show in the states that result.
/// </summary>
public readonly record struct CallKey
{
    private readonly string? _text;

    /// <summary>Names an invocation.</summary>
    /// <param name="text">Anything that no other invocation of the trace is called.</param>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public CallKey(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        _text = text;
    }

    /// <summary>The text of the name.</summary>
    /// <exception cref="InvalidOperationException">The value was never constructed.</exception>
    public string Text => _text ?? throw new InvalidOperationException("This CallKey was never constructed.");

    /// <inheritdoc/>
    public override string ToString() => _text ?? string.Empty;
}
