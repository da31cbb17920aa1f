using System.Security.Cryptography;
using System.Text;
using RsmConformance.Contract;

namespace RsmConformance.Conformance;

/// <summary>Every case of the suite.</summary>
public static class Catalogue
{
    /// <summary>The cases, by function and topic.</summary>
    public static IReadOnlyList<Case> All { get; } =
    [
        .. Connect.SuccessCases.All,
        .. Connect.PermissionValueCases.All,
        .. Connect.PermissionClassCases.All,
        .. Connect.AccessListCases.All,
        .. Connect.IdentityCases.All,
        .. Connect.DefaultModeCases.All,
        .. Connect.DenialCases.All,
        .. Connect.NotPublishedCases.All,
        .. Connect.NearMissCases.All,
        .. Connect.ControllerCases.All,
        .. Connect.OutputCases.All,
        .. Connect.SeveralConditionsCases.All,
        .. Connect.FailureCases.All,
        .. Connect.LinkCases.All,
        .. Connect.ForcedDisconnectCases.All,
        .. Connect.RepublishCases.All,
        .. Connect.RightsCases.All,
        .. Connect.ThreadCases.All,
        .. Connect.ProcessEndCases.All,
        .. Connect.FaultCases.All,
        .. Connect.GateCases.All,
        .. Connect.OvertakenCases.All,
        .. Connect.UnderWayGrowthCases.All,
        .. Connect.ExporterAtWorkCases.All,
        .. Disconnect.SuccessCases.All,
        .. Disconnect.RefusalCases.All,
        .. Disconnect.AfterTheEndCases.All,
        .. Disconnect.ThreadCases.All,
        .. Disconnect.RobustnessCases.All,
        .. Disconnect.GrowthCases.All,
        .. Disconnect.StaleUseCases.All,
        .. Disconnect.OverlapCases.All,
        .. Disconnect.LossCases.All,
    ];

    /// <summary>A digest of the cases: SHA-256 over their lines, in order.</summary>
    /// <returns>Lower-case hexadecimal digits.</returns>
    public static string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Case testCase in All)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Protocol.Write(testCase) + "\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
