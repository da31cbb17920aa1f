using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization;
using RsmConformance.Abi;

namespace RsmConformance.Contract.Tests;

/// <summary>
/// Makes a value of any record of the contract with every parameter set, so that a record that is added is tested without being
/// listed. A type of parameter that it has no value for is an error that says so.
/// </summary>
internal sealed class SampleMaker
{
    private static readonly Dictionary<Type, Func<int, object>> Leaves = new()
    {
        [typeof(string)] = n => $"text{n}",
        [typeof(bool)] = n => true,
        [typeof(int)] = n => n + 1,
        [typeof(uint)] = n => (uint)n + 0x80000000,
        [typeof(long)] = n => n + 5_000_000_000,
        [typeof(ulong)] = n => (ulong)n + 0x8000_0000_0000_0000,
        [typeof(CaseId)] = n => CaseId.Parse($"connect.example/{n}"),
        [typeof(StepId)] = n => StepId.Parse($"step{n}"),
        [typeof(HandleRef)] = n => HandleRef.Stale($"h{n}"),
        [typeof(OutputRef)] = n => OutputRef.Parse($"misaligned:o{n}"),
        [typeof(NodeRef)] = n => NodeRef.Parse($"={n}"),
        [typeof(SegmentRef)] = n => SegmentRef.Parse($"auto:S{n}"),
        [typeof(PermissionRef)] = n => PermissionRef.Parse("$perm"),
        [typeof(AddressRef)] = n => AddressRef.Parse($"buf{n}@1p+8"),
        [typeof(Extent)] = n => new Extent(n, -1),
        [typeof(Permission)] = n => new Permission((uint)n),
    };

    private int _next;

    /// <summary>The kinds of a closed set, as its registration for JSON lists them.</summary>
    public static IReadOnlyList<Type> KindsOf(Type closedSet) =>
        [.. closedSet.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false).Select(a => a.DerivedType)];

    public object Make(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Make(underlying);
        }

        if (Leaves.TryGetValue(type, out Func<int, object>? leaf))
        {
            return leaf(_next++);
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).Cast<object>().Last();
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Sequence<>))
        {
            return MakeSequence(type);
        }

        return type.IsAbstract ? Make(KindsOf(type)[0]) : MakeRecord(type);
    }

    private object MakeRecord(Type type)
    {
        ConstructorInfo constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)
            ?? throw new InvalidOperationException($"no sample value for {type}: give SampleMaker one");
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Make(p.ParameterType))]);
    }

    private object MakeSequence(Type type)
    {
        Type item = type.GetGenericArguments()[0];
        IList items = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        items.Add(Make(item));
        items.Add(Make(item));
        object immutable = typeof(ImmutableArray).GetMethods()
            .Single(m => m.Name == nameof(ImmutableArray.CreateRange) && m.GetParameters().Length == 1)
            .MakeGenericMethod(item)
            .Invoke(null, [items])!;
        return Activator.CreateInstance(type, immutable)!;
    }
}
