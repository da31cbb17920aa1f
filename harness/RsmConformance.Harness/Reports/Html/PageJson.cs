using System.Text.Json.Serialization;

namespace RsmConformance.Harness.Reports.Html;

/// <summary>
/// How the data of the page are written. The encoder, which is the default one, writes &lt; &gt; &amp; ' and everything
/// beyond ASCII as escapes: no text can end the script element.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(PageFacts))]
[JsonSerializable(typeof(CaseDetail))]
[JsonSerializable(typeof(CaseDetail?[]))]
internal sealed partial class PageJson : JsonSerializerContext;
