using System.Globalization;

namespace RsmConformance.Spec.Loading;

/// <summary>Reads <c>interpretations/NNNN-slug.md</c>: a head of YAML between two lines of three hyphens, then Markdown.</summary>
internal sealed class InterpretationReader(References references)
{
    private const string Fence = "---\n";

    public Interpretation Read(SpecificationFile file)
    {
        var (head, body) = Split(file);
        var place = new YamlPlace(file.Path, LinesAbove: 1);
        var map = new MapReader(place.Parse(head), place, "id", "title", "question", "assertions", "readings");

        var idText = map.Text("id");
        var id = idText.As<InterpretationId>(InterpretationId.TryParse, "an interpretation id such as A04");
        VerifyFileName(file.Path, id, idText.Where);
        references.Interpretations.Declare(id, idText.Where);
        return new Interpretation
        {
            Id = id,
            Title = map.Text("title").Text,
            Question = map.Text("question").Text,
            Assertions = map.Texts("assertions").Select(text => ReadAssertion(id, text)).ToArray(),
            Readings = map.Maps("readings", "id", "statement").Select(reading => ReadReading(id, reading)).ToArray(),
            Body = body,
        };
    }

    private static (string Head, string Body) Split(SpecificationFile file)
    {
        var end = file.Text.StartsWith(Fence, StringComparison.Ordinal)
            ? file.Text.IndexOf("\n" + Fence, Fence.Length - 1, StringComparison.Ordinal)
            : -1;
        if (end < 0)
        {
            throw new SourcePosition(file.Path, 1).Fault(
                "the head of the file is missing or not closed", "begin the file with YAML between two lines of '---'");
        }

        var body = file.Text[(end + 1 + Fence.Length)..].Trim();
        return body.Length > 0
            ? (file.Text[Fence.Length..(end + 1)], body)
            : throw file.Whole.Fault("the file has no text below its head", "write context, decision and consequences");
    }

    // The number of the file is the number of the interpretation: one is found by the other.
    private static void VerifyFileName(string path, InterpretationId id, SourcePosition where)
    {
        var number = int.Parse(id.Value.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);
        var prefix = number.ToString("D4", CultureInfo.InvariantCulture) + "-";
        if (!Path.GetFileName(path).StartsWith(prefix, StringComparison.Ordinal))
        {
            throw where.Fault($"the file of {id} has another number", $"rename it to begin with '{prefix}', or correct the id");
        }
    }

    private AssertionId ReadAssertion(InterpretationId interpretation, Scalar text)
    {
        var id = text.As<AssertionId>(AssertionId.TryParse, "an assertion id such as connect.error.bad-addr");
        references.InterpretationNames(interpretation, id, text.Where);
        return id;
    }

    private Reading ReadReading(InterpretationId interpretation, MapReader map)
    {
        var text = map.Text("id");
        var id = text.As<ReadingId>(ReadingId.TryParse, $"a reading id such as {interpretation}.denied");
        if (id.Interpretation != interpretation)
        {
            throw text.Where.Fault($"reading '{id}' does not belong to {interpretation}", $"begin its id with '{interpretation}.'");
        }

        references.Readings.Declare(id, text.Where);
        return new Reading(id, map.Text("statement").Text);
    }
}
