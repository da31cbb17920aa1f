namespace RsmConformance.Abi;

/// <summary>A named number of the C header.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Value">Its number.</param>
/// <param name="Text">How the header writes it: decimal, octal or hexadecimal.</param>
public sealed record CConstant(string Name, long Value, string Text)
{
    /// <summary>A constant that is written in decimal.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its number.</param>
    public static CConstant Number(string name, long value) => new(name, value, $"{value}");

    /// <summary>A constant that is written in hexadecimal.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its number.</param>
    public static CConstant Bits(string name, long value) => new(name, value, $"0x{value:x2}");

    /// <summary>An access mode, which the pages write in octal.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="permission">Its bits.</param>
    public static CConstant Mode(string name, Permission permission) => new(name, permission.Bits, permission.Text);
}

/// <summary>A C enumeration.</summary>
/// <param name="Name">The type's name.</param>
/// <param name="Members">In order.</param>
public sealed record CEnum(string Name, IReadOnlyList<CConstant> Members);

/// <summary>A C type that is no structure and no enumeration.</summary>
/// <param name="Name">The type's name.</param>
/// <param name="Definition">What it stands for.</param>
/// <param name="Size">Its bytes on an LP64 machine.</param>
public sealed record CScalar(string Name, string Definition, int Size);
