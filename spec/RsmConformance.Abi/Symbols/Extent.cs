using System.Globalization;
using System.Text.Json.Serialization;

namespace RsmConformance.Abi;

/// <summary>
/// A size or offset that does not know the page size: whole pages plus bytes, either of which may be negative.
/// Text: <c>2p</c>, <c>64</c>, <c>1p+8</c>, <c>1p-1</c>, <c>-8</c>.
/// </summary>
/// <param name="Pages">Whole pages of the implementation under test.</param>
/// <param name="Bytes">Further bytes.</param>
[JsonConverter(typeof(TextConverter<Extent>))]
public readonly record struct Extent(long Pages, long Bytes) : IText<Extent>
{
    /// <summary>Nothing.</summary>
    public static readonly Extent Zero = new(0, 0);

    /// <inheritdoc/>
    public string Text => (Pages, Bytes) switch
    {
        (0, _) => Bytes.ToString(CultureInfo.InvariantCulture),
        (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{Pages}p"),
        (_, > 0) => string.Create(CultureInfo.InvariantCulture, $"{Pages}p+{Bytes}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Pages}p{Bytes}"),
    };

    /// <summary>The number of bytes, once the page size is known.</summary>
    /// <param name="pageSize">Bytes in a page.</param>
    /// <returns>Bytes.</returns>
    public long InBytes(int pageSize) => (Pages * pageSize) + Bytes;

    /// <inheritdoc/>
    public static Extent Parse(string text)
    {
        int p = text.IndexOf('p', StringComparison.Ordinal);
        string bytes = text[(p + 1)..];
        long whole = 0;
        long rest = 0;
        bool good = p < 0 || long.TryParse(text.AsSpan(0, p), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out whole);
        good &= (p >= 0 && bytes.Length == 0)
            || long.TryParse(bytes, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out rest);
        return good ? new Extent(whole, rest) : throw new FormatException($"'{text}' is not a size such as 64, 2p or 1p+8");
    }

    /// <summary>Reads the text form, so that cases read like calls.</summary>
    /// <param name="text">The text form.</param>
    public static implicit operator Extent(string text) => Parse(text);

    /// <summary>A number of bytes.</summary>
    /// <param name="bytes">Bytes.</param>
    public static implicit operator Extent(long bytes) => new(0, bytes);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
