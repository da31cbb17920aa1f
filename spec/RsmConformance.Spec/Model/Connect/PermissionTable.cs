using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>The decision table of access: one octal digit judges one importer.</summary>
public static class PermissionTable
{
    private const uint ReadBit = 4;
    private const uint WriteBit = 2;

    /// <summary>The digit of a mode that judges a class.</summary>
    /// <param name="mode">The exporter's mode.</param>
    /// <param name="identity">The class.</param>
    /// <returns>0 to 7.</returns>
    public static uint Digit(Permission mode, IdentityClass identity) => identity switch
    {
        IdentityClass.Owner => (mode.Bits >> 6) & 7,
        IdentityClass.Group or IdentityClass.SupplementaryGroup => (mode.Bits >> 3) & 7,
        IdentityClass.Other => mode.Bits & 7,
        _ => throw new ArgumentOutOfRangeException(nameof(identity)),
    };

    /// <summary>Whether a digit has every right that is asked for; its lowest bit means nothing (A48).</summary>
    /// <param name="digit">0 to 7.</param>
    /// <param name="perm">The access asked for; bits other than read and write are not looked at.</param>
    /// <returns>Whether nothing is missing.</returns>
    public static bool Grants(uint digit, Permission perm) =>
        (!perm.Reads || (digit & ReadBit) != 0) && (!perm.Writes || (digit & WriteBit) != 0);

    /// <summary>Whether a mode gives a class every right that is asked for.</summary>
    /// <param name="mode">The exporter's mode.</param>
    /// <param name="identity">The class.</param>
    /// <param name="perm">The access asked for.</param>
    /// <returns>Whether nothing is missing.</returns>
    public static bool Grants(Permission mode, IdentityClass identity, Permission perm) => Grants(Digit(mode, identity), perm);
}
