using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using RsmConformance.Abi;

namespace RsmConformance.Contract;

/// <summary>How records become lines and lines become records: the one place that knows JSON.</summary>
public static class Protocol
{
    /// <summary>The version of the protocol between harness and agent.</summary>
    public const int Version = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowOutOfOrderMetadataProperties = true,
        RespectRequiredConstructorParameters = false,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatFollows } },
        // The codes of the C interface keep their names; the words of the contract are written like its other words.
        Converters = { new JsonStringEnumConverter<RsmError>(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Writes a record as one line, without the line end.</summary>
    /// <typeparam name="T">The closed set that the record belongs to, so that the line says which it is.</typeparam>
    /// <param name="value">The record.</param>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads a line.</summary>
    /// <typeparam name="T">The closed set that the record belongs to.</typeparam>
    /// <param name="line">The line.</param>
    /// <returns>The record.</returns>
    /// <exception cref="JsonException">The line is not such a record.</exception>
    public static T Read<T>(string line) =>
        JsonSerializer.Deserialize<T>(line, Options) ?? throw new JsonException($"null is no {typeof(T).Name}");

    /// <summary>The JSON Schema of a closed set of records, for those who write an agent in another language.</summary>
    /// <typeparam name="T">The closed set.</typeparam>
    /// <returns>The schema, of draft 2020-12.</returns>
    public static JsonObject SchemaOf<T>() => WireSchema.Of<T>(Options);

    /// <summary>
    /// A property without a setter follows from the others: it is neither written nor accepted. JsonIgnore alone does not do, because
    /// an override does not inherit it.
    /// </summary>
    private static void LeaveOutWhatFollows(JsonTypeInfo type)
    {
        for (int i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Properties[i].AttributeProvider is PropertyInfo { SetMethod: null })
            {
                type.Properties.RemoveAt(i);
            }
        }
    }
}
