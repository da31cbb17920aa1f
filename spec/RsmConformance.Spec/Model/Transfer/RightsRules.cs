using RsmConformance.Abi;
using static RsmConformance.Spec.Model.CitedAssertions;
using static RsmConformance.Spec.Model.CitedReadings;

namespace RsmConformance.Spec.Model;

/// <summary>What the mode of a link permits (A43).</summary>
internal static class RightsRules
{
    /// <summary>The assertion about links made with the mode that this one was made with.</summary>
    public static AssertionId Of(ImportState import) =>
        import.Rights == Permission.Read ? PermissionReadRights
        : import.Rights == Permission.Write ? PermissionWriteRights
        : import.Rights == Permission.ReadWrite ? PermissionReadWriteRights
        : PermissionLimitedValues;

    /// <summary>Whether a link permits an access.</summary>
    public static bool Permit(ImportState import, Permission access) =>
        (!access.Reads || import.Rights.Reads) && (!access.Writes || import.Rights.Writes);

    /// <summary>The ways in which historical maps are refused although the link permits them (D24, D25).</summary>
    public static void Historical(Attempt attempt, ImportState import, Permission access)
    {
        AssertionId basis = Of(import);
        if (import.ByOverride)
        {
            attempt.MayHold(
                basis,
                Escape.Free,
                Failure.Of(RsmError.RSMERR_BAD_PERMS, basis, A23OverrideNoMap, CitedDeviations.D25));
        }
        else if (!PermissionTable.Grants(import.Mode, IdentityClass.Owner, access))
        {
            attempt.MayHold(
                basis,
                Escape.Free,
                Failure.Of(RsmError.RSMERR_BAD_PERMS, basis, A43OwnerDigitMap, CitedDeviations.D24));
        }
    }

    /// <summary>A get or put against, or within, the mode of the link.</summary>
    public static void Transfer(Attempt attempt, ImportState import, Permission access)
    {
        AssertionId basis = Of(import);
        Failure badPerms = Failure.Of(RsmError.RSMERR_BAD_PERMS, basis, A43BadPerms, CitedDeviations.D26);
        if (!Permit(import, access))
        {
            // The hidden map is made before the mode is looked at; over a map of the caller's own it is not made.
            Failure denied = Failure.Of(RsmError.RSMERR_PERM_DENIED, basis);
            attempt.Holds(basis, import.Map is null ? [denied, badPerms] : [denied]);
            return;
        }

        if (import.Map is null)
        {
            // The hidden map of a historical transfer asks for both rights, whatever the link has.
            if (import.Rights != Permission.ReadWrite)
            {
                attempt.MayHold(basis, Escape.Free, badPerms);
            }

            Historical(attempt, import, Permission.ReadWrite);
        }
    }
}
