using System.Text.Json;
using System.Text.Json.Serialization;

namespace RsmConformance.Abi;

/// <summary>A small value with a text form that says all of it: symbols, sizes, modes.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IText<TSelf> where TSelf : IText<TSelf>
{
    /// <summary>The text form, as messages and traces carry it.</summary>
    string Text { get; }

    /// <summary>Reads the text form.</summary>
    /// <param name="text">What <see cref="Text"/> of an equal value says.</param>
    /// <returns>The value.</returns>
    /// <exception cref="FormatException">The text is not of this form.</exception>
    static abstract TSelf Parse(string text);
}

/// <summary>Carries an <see cref="IText{TSelf}"/> as a JSON string.</summary>
/// <typeparam name="T">The type carried.</typeparam>
public sealed class TextConverter<T> : JsonConverter<T> where T : IText<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return T.Parse(reader.GetString() ?? throw new JsonException($"null is no {typeof(T).Name}"));
        }
        catch (FormatException e)
        {
            throw new JsonException(e.Message, e);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text);
}
