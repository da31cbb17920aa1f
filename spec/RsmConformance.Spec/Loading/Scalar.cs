using System.Diagnostics.CodeAnalysis;

namespace RsmConformance.Spec.Loading;

internal delegate bool TryParse<T>(string? text, [MaybeNullWhen(false)] out T value);

/// <summary>A text that was read, with its place.</summary>
internal readonly record struct Scalar(string Text, SourcePosition Where)
{
    public T As<T>(TryParse<T> parse, string form) =>
        parse(Text, out var value) ? value : throw Where.Fault($"'{Text}' is not {form}", "correct the spelling");

    public T OneOf<T>(IReadOnlyDictionary<string, T> values) =>
        values.TryGetValue(Text, out var value)
            ? value
            : throw Where.Fault($"'{Text}' is not known here", $"use one of {string.Join(", ", values.Keys)}");
}
