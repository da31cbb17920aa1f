using System.Security.Cryptography;
using System.Text;

namespace RsmConformance.Spec;

/// <summary>The SHA-256 of all specification data: two results with the same digest were judged by the same text.</summary>
/// <remarks>Line ends are taken as LF and paths as relative with slashes, so that the digest is the same on every machine.</remarks>
public readonly record struct SpecificationDigest
{
    private readonly string? _value;

    private SpecificationDigest(string value) => _value = value;

    /// <summary>The digest as 64 lower-case hexadecimal digits.</summary>
    /// <exception cref="InvalidOperationException">The value was never computed.</exception>
    public string Value => _value ?? throw new InvalidOperationException("This SpecificationDigest was never computed.");

    /// <summary>The digest with its algorithm, such as <c>sha256:1f…</c>.</summary>
    /// <returns>The text; nothing when the value was never computed.</returns>
    public override string ToString() => _value is null ? string.Empty : $"sha256:{_value}";

    // Each text is preceded by its length: no text can pass for the end of one file and the start of the next.
    internal static SpecificationDigest Of(IEnumerable<Loading.SpecificationFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            Append(hash, file.Path);
            Append(hash, file.Text);
        }

        return new SpecificationDigest(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
