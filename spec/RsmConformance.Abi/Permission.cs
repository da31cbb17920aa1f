using System.Text.Json.Serialization;

namespace RsmConformance.Abi;

/// <summary>
/// An <c>rsm_permission_t</c>: octal mode bits. As an access mode of connect only 0400, 0200 and 0600 are defined;
/// as the mode of an access list all nine bits (owner, group, other) mean something. Any 32-bit value can be held.
/// </summary>
/// <param name="Bits">The raw bits, as the C interface carries them.</param>
[JsonConverter(typeof(TextConverter<Permission>))]
public readonly record struct Permission(uint Bits) : IText<Permission>
{
    /// <summary>RSM_PERM_NONE: no access.</summary>
    public static readonly Permission None = new(0);

    /// <summary>RSM_PERM_READ: 0400.</summary>
    public static readonly Permission Read = new(0x100);

    /// <summary>RSM_PERM_WRITE: 0200.</summary>
    public static readonly Permission Write = new(0x80);

    /// <summary>RSM_PERM_RDWR: 0600.</summary>
    public static readonly Permission ReadWrite = new(0x180);

    /// <summary>Whether the owner's read bit is set.</summary>
    public bool Reads => (Bits & Read.Bits) != 0;

    /// <summary>Whether the owner's write bit is set.</summary>
    public bool Writes => (Bits & Write.Bits) != 0;

    /// <summary>Whether this is one of the three access modes that the page of connect allows.</summary>
    public bool IsAccessMode => this == Read || this == Write || this == ReadWrite;

    /// <summary>The octal text, at least four digits: <c>0600</c>.</summary>
    public string Text => "0" + Convert.ToString(Bits, 8).PadLeft(3, '0');

    /// <summary>Reads octal text such as <c>0600</c>.</summary>
    /// <param name="text">Octal digits.</param>
    /// <returns>The permission with these bits.</returns>
    /// <exception cref="FormatException">The text is not an octal number of 32 bits.</exception>
    public static Permission Parse(string text)
    {
        ulong bits = 0;
        foreach (char digit in text)
        {
            if (digit is < '0' or > '7' || bits > uint.MaxValue >> 3)
            {
                throw new FormatException($"'{text}' is not an octal permission such as 0600");
            }

            bits = (bits << 3) | (uint)(digit - '0');
        }

        return text.Length == 0 || bits > uint.MaxValue
            ? throw new FormatException($"'{text}' is not an octal permission such as 0600")
            : new Permission((uint)bits);
    }

    /// <summary>Reads octal text, so that cases can be written with the usual numbers.</summary>
    /// <param name="text">Octal digits, such as <c>0600</c>.</param>
    public static implicit operator Permission(string text) => Parse(text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
