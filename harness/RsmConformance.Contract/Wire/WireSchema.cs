using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using RsmConformance.Abi;

namespace RsmConformance.Contract;

/// <summary>
/// Writes the JSON Schema of messages from the records. The exporter does not see through converters, so the records that a
/// message holds in sequences become definitions of their own.
/// </summary>
internal static class WireSchema
{
    public static JsonObject Of<T>(JsonSerializerOptions options)
    {
        var open = new Queue<Type>([typeof(T)]);
        var definitions = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        while (open.TryDequeue(out Type? type))
        {
            if (!definitions.ContainsKey(Name(type)))
            {
                definitions[Name(type)] = options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions
                {
                    TreatNullObliviousAsNonNullable = true,
                    TransformSchemaNode = (context, node) => Transform(context, node, type, open),
                });
            }
        }

        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$ref"] = "#/$defs/" + Name(typeof(T)),
            ["$defs"] = new JsonObject(definitions),
        };
    }

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode node, Type root, Queue<Type> open)
    {
        Type stated = context.PropertyInfo?.PropertyType ?? context.TypeInfo.Type;
        Type type = Nullable.GetUnderlyingType(stated) ?? stated;
        bool nullable = type != stated || context.PropertyInfo?.IsGetNullable == true;
        if (IsText(type))
        {
            return Simple("string", nullable);
        }

        if (IsSequence(type))
        {
            return Array(type, nullable, open);
        }

        // What stands in a property and is one of our records is a definition, so that the schema ends where records nest.
        if (!context.Path.IsEmpty && context.PropertyInfo is not null && IsRecord(type) && type != root)
        {
            open.Enqueue(type);
            return Reference(type, nullable);
        }

        if (node is JsonObject { } record && record["properties"] is JsonObject properties)
        {
            MendOptional(context.TypeInfo, record, properties, open);
        }

        return node;
    }

    // What may be null is left out of a line; and the exporter never asks about a sequence that may be null.
    private static void MendOptional(JsonTypeInfo type, JsonObject record, JsonObject properties, Queue<Type> open)
    {
        foreach (JsonPropertyInfo property in type.Properties)
        {
            Type? value = Nullable.GetUnderlyingType(property.PropertyType);
            if (value is not null && IsSequence(value))
            {
                properties[property.Name] = Array(value, true, open);
            }

            if (value is not null || property.IsGetNullable)
            {
                (record["required"] as JsonArray)?.RemoveAll(name => (string?)name == property.Name);
            }
        }

        if (record["required"] is JsonArray { Count: 0 })
        {
            record.Remove("required");
        }
    }

    private static JsonObject Array(Type sequence, bool nullable, Queue<Type> open)
    {
        JsonObject array = Simple("array", nullable);
        array["items"] = Item(sequence.GetGenericArguments()[0], open);
        return array;
    }

    private static JsonObject Item(Type item, Queue<Type> open)
    {
        if (IsText(item) || item == typeof(string))
        {
            return Simple("string", false);
        }

        if (!IsRecord(item))
        {
            return Simple("integer", false);
        }

        open.Enqueue(item);
        return Reference(item, false);
    }

    private static JsonObject Reference(Type type, bool nullable)
    {
        var reference = new JsonObject { ["$ref"] = "#/$defs/" + Name(type) };
        return nullable ? new JsonObject { ["anyOf"] = new JsonArray(reference, Simple("null", false)) } : reference;
    }

    private static JsonObject Simple(string type, bool nullable) =>
        new() { ["type"] = nullable ? new JsonArray(type, "null") : type };

    private static bool IsSequence(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Sequence<>);

    private static bool IsText(Type type) =>
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IText<>));

    private static bool IsRecord(Type type) =>
        type is { IsEnum: false, IsPrimitive: false } && type.Namespace?.StartsWith("RsmConformance", StringComparison.Ordinal) == true;

    private static string Name(Type type) => JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name);
}
