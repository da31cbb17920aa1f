using YamlDotNet.RepresentationModel;

namespace RsmConformance.Spec.Loading;

/// <summary>Reads a YAML mapping whose keys are all known, and says where and how it is wrong when it is.</summary>
internal sealed class MapReader
{
    private readonly YamlMappingNode _node;
    private readonly YamlPlace _place;

    public MapReader(YamlNode node, YamlPlace place, params string[] keys)
    {
        _place = place;
        Where = place.Of(node);
        _node = node as YamlMappingNode
            ?? throw Where.Fault("a mapping is expected here", $"write it as 'key: value' lines with the keys {string.Join(", ", keys)}");

        foreach (var key in _node.Children.Keys)
        {
            var text = (key as YamlScalarNode)?.Value;
            if (text is null || !keys.Contains(text))
            {
                throw place.Of(key).Fault($"the key '{text}' is unknown", $"use one of {string.Join(", ", keys)}");
            }
        }
    }

    public SourcePosition Where { get; }

    public bool Has(string key) => _node.Children.ContainsKey(key);

    public Scalar Text(string key) => _place.Text(Required(key), $"the value of '{key}'");

    public Scalar? OptionalText(string key) => Has(key) ? Text(key) : null;

    public YamlNode Required(string key) =>
        _node.Children.TryGetValue(key, out var value)
            ? value
            : throw Where.Fault($"the key '{key}' is missing", $"add '{key}: ...' to this entry");

    public IReadOnlyList<Scalar> Texts(string key) => _place.Texts(Required(key), $"'{key}'");

    public IReadOnlyList<Scalar> OptionalTexts(string key) => Has(key) ? Texts(key) : [];

    public MapReader Map(string key, params string[] keys) => new(Required(key), _place, keys);

    public IReadOnlyList<MapReader> Maps(string key, params string[] keys) =>
        _place.Items(Required(key), $"'{key}'").Select(item => new MapReader(item, _place, keys)).ToArray();

    /// <summary>The entries of a mapping whose keys are not fixed.</summary>
    public IReadOnlyList<(Scalar Key, IReadOnlyList<Scalar> Values)> Lists(string key)
    {
        var value = Required(key);
        var map = value as YamlMappingNode
            ?? throw _place.Of(value).Fault($"'{key}' is not a mapping", "write it as lines of 'key: [value, ...]'");
        return map.Children
            .Select(child =>
            {
                var name = _place.Text(child.Key, "a key");
                return (name, _place.Texts(child.Value, $"'{name.Text}'"));
            })
            .ToArray();
    }
}
