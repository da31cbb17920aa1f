using System.Text.Json.Serialization;
using RsmConformance.Abi;

namespace RsmConformance.Contract;

/// <summary>The name of a step within its case.</summary>
[JsonConverter(typeof(TextConverter<StepId>))]
public readonly record struct StepId : IText<StepId>
{
    private StepId(string text) => Text = text;

    /// <inheritdoc/>
    public string Text { get; }

    /// <inheritdoc/>
    public static StepId Parse(string text) => new(SymbolName.Check(text));

    /// <summary>Reads the text form, so that cases read like scripts.</summary>
    /// <param name="text">The name.</param>
    public static implicit operator StepId(string text) => Parse(text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
