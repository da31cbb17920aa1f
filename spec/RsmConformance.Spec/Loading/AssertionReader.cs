using System.Diagnostics.CodeAnalysis;

namespace RsmConformance.Spec.Loading;

/// <summary>Reads <c>assertions/*.yaml</c>: a list of assertions.</summary>
internal sealed class AssertionReader(References references)
{
    private static readonly string[] Keys =
        ["id", "since", "function", "kind", "error", "statement", "source", "profiles", "interpretations", "untested"];

    private static readonly Dictionary<string, AssertionKind> Kinds = new(StringComparer.Ordinal)
    {
        ["return-value"] = AssertionKind.ReturnValue,
        ["error"] = AssertionKind.Error,
        ["permission"] = AssertionKind.Permission,
        ["effect"] = AssertionKind.Effect,
        ["resource"] = AssertionKind.Resource,
        ["threading"] = AssertionKind.Threading,
        ["robustness"] = AssertionKind.Robustness,
        ["support"] = AssertionKind.Support,
    };

    public IReadOnlyList<Assertion> Read(SpecificationFile file)
    {
        var place = YamlPlace.In(file);
        return place.Items(place.Parse(file.Text), "the file")
            .Select(node => Read(new MapReader(node, place, Keys)))
            .ToArray();
    }

    private Assertion Read(MapReader map)
    {
        var idText = map.Text("id");
        var id = idText.As<AssertionId>(AssertionId.TryParse, "an assertion id such as connect.error.bad-addr");
        references.Assertions.Declare(id, idText.Where);

        var kind = map.Text("kind").OneOf(Kinds);
        var source = map.Map("source", "page", "section");
        return new Assertion
        {
            Id = id,
            Since = map.Text("since").As<Version>(TryParseRelease, "a release such as 1.0.0"),
            Function = map.Text("function").Text,
            Kind = kind,
            Error = ReadError(map, kind),
            Statement = map.Text("statement").Text,
            Source = new SourceCitation(source.Text("page").Text, source.Text("section").Text),
            Profiles = map.Texts("profiles").Select(ReadProfile).ToArray(),
            Interpretations = map.OptionalTexts("interpretations").Select(text => ReadInterpretation(id, text)).ToArray(),
            Untested = map.OptionalText("untested")?.Text,
        };
    }

    private static string? ReadError(MapReader map, AssertionKind kind)
    {
        if (kind == AssertionKind.Error)
        {
            return map.Text("error").As<string>(TryParseError, "an error name such as RSMERR_BAD_ADDR");
        }

        return map.OptionalText("error") is { } surplus
            ? throw surplus.Where.Fault("an assertion of another kind than 'error' names an error", "remove the key, or make the kind 'error'")
            : null;
    }

    private ProfileName ReadProfile(Scalar text)
    {
        var name = text.As<ProfileName>(ProfileName.TryParse, "a profile name such as strict");
        references.Profiles.Refer(name, text.Where);
        return name;
    }

    private InterpretationId ReadInterpretation(AssertionId assertion, Scalar text)
    {
        var id = text.As<InterpretationId>(InterpretationId.TryParse, "an interpretation id such as A04");
        references.AssertionNames(assertion, id, text.Where);
        return id;
    }

    private static bool TryParseRelease(string? text, [MaybeNullWhen(false)] out Version release) =>
        Version.TryParse(text, out release) && release is { Build: >= 0, Revision: < 0 };

    private static bool TryParseError(string? text, [MaybeNullWhen(false)] out string error)
    {
        error = text;
        return text is not null && text.StartsWith("RSMERR_", StringComparison.Ordinal) && text.Length > "RSMERR_".Length;
    }
}
