namespace RsmConformance.Spec.Loading;

/// <summary>Reads a profile against a specification whose other parts are read already: a shipped one, or a user's.</summary>
internal sealed class ProfileReader(
    IReadOnlyList<Assertion> assertions,
    IReadOnlyList<Interpretation> interpretations,
    IReadOnlyList<Deviation> deviations)
{
    /// <summary>Reads the profile; <paramref name="declare"/> is told its name and may refuse it.</summary>
    public Profile Read(SpecificationFile file, Action<ProfileName, SourcePosition> declare)
    {
        var place = YamlPlace.In(file);
        var map = new MapReader(place.Parse(file.Text), place, "name", "summary", "assertions", "readings", "tolerated");
        var nameText = map.Text("name");
        var name = nameText.As<ProfileName>(ProfileName.TryParse, "a profile name such as strict");
        declare(name, nameText.Where);

        var readings = ReadReadings(map);
        return new Profile(
            name,
            map.Text("summary").Text,
            ReadTag(map.Text("assertions")),
            readings,
            map.Has("tolerated") ? ReadTolerances(map, readings) : [],

            // Without the path: the same profile in another place is the same profile.
            SpecificationDigest.Of([file with { Path = string.Empty }]));
    }

    private ProfileName ReadTag(Scalar text)
    {
        var tag = text.As<ProfileName>(ProfileName.TryParse, "a profile name such as strict");
        var tags = assertions.SelectMany(assertion => assertion.Profiles).Distinct().ToArray();

        // A tag that no assertion has would make a profile that demands nothing and is always met.
        return tags.Contains(tag)
            ? tag
            : throw text.Where.Fault($"no assertion belongs to profile '{tag}'", $"use one of {string.Join(", ", tags)}");
    }

    private Dictionary<InterpretationId, IReadOnlyList<ReadingId>> ReadReadings(MapReader map)
    {
        var readings = new Dictionary<InterpretationId, IReadOnlyList<ReadingId>>();
        foreach (var (key, values) in map.Lists("readings"))
        {
            var id = key.As<InterpretationId>(InterpretationId.TryParse, "an interpretation id such as A04");
            var interpretation = Find(id, key.Where);
            readings.Add(id, values.Select(text => ReadReading(text, interpretation)).ToArray());
        }

        // Silence about an interpretation would fail every implementation at it, or none: it has to be said.
        var missing = interpretations.FirstOrDefault(interpretation => !readings.ContainsKey(interpretation.Id));
        return missing is null
            ? readings
            : throw map.Where.Fault($"the profile accepts no reading of {missing.Id}", $"add '{missing.Id}: [...]' with one or more of {NamesOf(missing)}");
    }

    private Tolerance[] ReadTolerances(MapReader map, Dictionary<InterpretationId, IReadOnlyList<ReadingId>> accepted)
    {
        var seen = new HashSet<DeviationId>();
        return map.Maps("tolerated", "deviation", "readings", "why").Select(entry =>
        {
            DeviationId? deviation = entry.OptionalText("deviation") is { } text ? ReadDeviation(text, seen) : null;
            var readings = entry.OptionalTexts("readings").Select(reading => ReadTolerated(reading, accepted)).ToArray();
            return deviation is null && readings.Length == 0
                ? throw entry.Where.Fault("the entry tolerates nothing", "name a deviation, readings, or both")
                : new Tolerance(deviation, readings, entry.Text("why").Text);
        }).ToArray();
    }

    private DeviationId ReadDeviation(Scalar text, HashSet<DeviationId> seen)
    {
        var id = text.As<DeviationId>(DeviationId.TryParse, "a deviation id such as D11");
        if (deviations.All(deviation => deviation.Id != id))
        {
            throw text.Where.Fault($"deviation '{id}' is not declared", $"correct the number, or declare it in {SpecificationFiles.Deviations}");
        }

        return seen.Add(id) ? id : throw text.Where.Fault($"deviation '{id}' is tolerated twice", "make the two entries one");
    }

    private ReadingId ReadTolerated(Scalar text, Dictionary<InterpretationId, IReadOnlyList<ReadingId>> accepted)
    {
        var id = text.As<ReadingId>(ReadingId.TryParse, "a reading id such as A04.bad-addr");
        ReadReading(text, Find(id.Interpretation, text.Where));
        return accepted[id.Interpretation].Contains(id)
            ? throw text.Where.Fault($"reading '{id}' is accepted and tolerated", "remove it from one of the two")
            : id;
    }

    private static ReadingId ReadReading(Scalar text, Interpretation interpretation)
    {
        var id = text.As<ReadingId>(ReadingId.TryParse, $"a reading id such as {interpretation.Readings[0].Id}");
        return interpretation.Readings.Any(reading => reading.Id == id)
            ? id
            : throw text.Where.Fault(
                $"reading '{id}' is not declared in interpretation {interpretation.Id}", $"use one of {NamesOf(interpretation)}");
    }

    private Interpretation Find(InterpretationId id, SourcePosition where) =>
        interpretations.FirstOrDefault(interpretation => interpretation.Id == id)
        ?? throw where.Fault($"interpretation '{id}' is not declared", $"correct the number, or declare it in {SpecificationFiles.Interpretations}");

    private static string NamesOf(Interpretation interpretation) =>
        string.Join(", ", interpretation.Readings.Select(reading => reading.Id));
}
