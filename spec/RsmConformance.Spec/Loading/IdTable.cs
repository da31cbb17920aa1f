namespace RsmConformance.Spec.Loading;

/// <summary>The ids of one kind: declared once each, referred to from anywhere, checked when everything is read.</summary>
internal sealed class IdTable<TId>(string kind, string home)
    where TId : struct
{
    private readonly Dictionary<TId, SourcePosition> _declared = [];
    private readonly List<(TId Id, SourcePosition Where)> _references = [];

    public void Declare(TId id, SourcePosition where)
    {
        if (!_declared.TryAdd(id, where))
        {
            throw where.Fault($"{kind} '{id}' is declared already, at {_declared[id]}", "give one of the two another id");
        }
    }

    public void Refer(TId id, SourcePosition where) => _references.Add((id, where));

    public void Verify()
    {
        foreach (var (id, where) in _references.Where(reference => !_declared.ContainsKey(reference.Id)))
        {
            throw where.Fault($"{kind} '{id}' is not declared", $"correct the spelling, or declare it in {home}");
        }
    }
}
