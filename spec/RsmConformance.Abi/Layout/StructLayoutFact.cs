namespace RsmConformance.Abi;

/// <summary>A field of a C structure on an LP64 machine.</summary>
/// <param name="Name">The field's C name.</param>
/// <param name="CType">Its C type.</param>
/// <param name="Offset">Bytes from the start of the structure.</param>
/// <param name="Size">Its bytes.</param>
public sealed record StructField(string Name, string CType, int Offset, int Size);

/// <summary>The layout of a C structure of RSMAPI on an LP64 machine.</summary>
/// <param name="Name">The C type name.</param>
/// <param name="Size">Bytes of one structure.</param>
/// <param name="Alignment">Bytes.</param>
/// <param name="Fields">The fields in order.</param>
public sealed record StructLayoutFact(string Name, int Size, int Alignment, IReadOnlyList<StructField> Fields)
{
    /// <summary>The offset of a field.</summary>
    /// <param name="field">Its C name.</param>
    /// <returns>Bytes from the start.</returns>
    /// <exception cref="ArgumentException">The structure has no such field.</exception>
    public int OffsetOf(string field) =>
        Fields.FirstOrDefault(f => f.Name == field)?.Offset
        ?? throw new ArgumentException($"{Name} has no field {field}", nameof(field));
}
