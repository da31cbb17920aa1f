using System.Text.Json.Serialization;
using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference.Native;

/// <summary>
/// How messages are written and read without code that is made at run time. What is missing or null where it may not be is an error.
/// </summary>
[JsonSourceGenerationOptions(
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters =
    [
        typeof(SequenceConverter<ListEntry>), typeof(SequenceConverter<string>), typeof(SequenceConverter<LocalController>),
        typeof(SequenceConverter<PathInfo>),
    ])]
[JsonSerializable(typeof(NodeMessage))]
[JsonSerializable(typeof(NodeReply))]
[JsonSerializable(typeof(ListEntry[]))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(LocalController[]))]
[JsonSerializable(typeof(PathInfo[]))]
internal sealed partial class WireContext : JsonSerializerContext;
