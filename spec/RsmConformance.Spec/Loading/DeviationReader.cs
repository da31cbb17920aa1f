namespace RsmConformance.Spec.Loading;

/// <summary>Reads <c>deviations.yaml</c>: a list of deviations.</summary>
internal sealed class DeviationReader(References references)
{
    private static readonly string[] Keys = ["id", "function", "class", "summary", "assertions", "imitable", "reason"];

    private static readonly Dictionary<string, DeviationClass> Classes = new(StringComparer.Ordinal)
    {
        ["portable"] = DeviationClass.Portable,
        ["implementation-defined"] = DeviationClass.ImplementationDefined,
        ["testbed"] = DeviationClass.Testbed,
        ["undefined"] = DeviationClass.Undefined,
        ["kernel-hazard"] = DeviationClass.KernelHazard,
    };

    private static readonly Dictionary<string, bool> Truth = new(StringComparer.Ordinal) { ["true"] = true, ["false"] = false };

    public IReadOnlyList<Deviation> Read(SpecificationFile file)
    {
        var place = YamlPlace.In(file);
        return place.Items(place.Parse(file.Text), "the file")
            .Select(node => Read(new MapReader(node, place, Keys)))
            .ToArray();
    }

    private Deviation Read(MapReader map)
    {
        var idText = map.Text("id");
        var id = idText.As<DeviationId>(DeviationId.TryParse, "a deviation id such as D11");
        references.Deviations.Declare(id, idText.Where);
        return new Deviation
        {
            Id = id,
            Summary = map.Text("summary").Text,
            Function = map.Text("function").Text,
            Assertions = map.Texts("assertions").Select(ReadAssertion).ToArray(),
            Class = map.Text("class").OneOf(Classes),
            Imitable = map.Text("imitable").OneOf(Truth),
            Reason = map.Text("reason").Text,
        };
    }

    private AssertionId ReadAssertion(Scalar text)
    {
        var id = text.As<AssertionId>(AssertionId.TryParse, "an assertion id such as connect.error.bad-addr");
        references.Assertions.Refer(id, text.Where);
        return id;
    }
}
