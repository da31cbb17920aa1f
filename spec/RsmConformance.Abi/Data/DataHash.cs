namespace RsmConformance.Abi;

/// <summary>The hash by which traces name data: FNV-1a, 64 bits. It tells data apart; it does not resist forgery.</summary>
public static class DataHash
{
    /// <summary>Hashes bytes.</summary>
    /// <param name="data">The bytes.</param>
    /// <returns>Sixteen hexadecimal digits.</returns>
    public static string Of(ReadOnlySpan<byte> data)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (byte b in data)
        {
            hash = unchecked((hash ^ b) * 0x100000001B3);
        }

        return hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
    }
}
