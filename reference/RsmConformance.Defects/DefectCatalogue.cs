namespace RsmConformance.Defects;

/// <summary>Every known way to be wrong, by topic.</summary>
public static class DefectCatalogue
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Defect> All { get; } =
    [
        .. Topics.ConnectCodes.All,
        .. Topics.ConnectUnlisted.All,
        .. Topics.ConnectNever.All,
        .. Topics.ConnectSeveral.All,
        .. Topics.ConnectTooOften.All,
        .. Topics.ConnectInterrupts.All,
        .. Topics.ConnectOvertaken.All,
        .. Topics.ConnectRights.All,
        .. Topics.ConnectCounters.All,
        .. Topics.PermissionValues.All,
        .. Topics.PermissionDigits.All,
        .. Topics.DisconnectCodes.All,
        .. Topics.DisconnectRefusals.All,
        .. Topics.DisconnectEffects.All,
        .. Topics.DisconnectWithoutEffect.All,
        .. Topics.DisconnectRaces.All,
        .. Topics.HandleLifetimes.All,
        .. Topics.PollfdCounts.All,
        .. Topics.ForcedDisconnects.All,
        .. Topics.ForcedNodeLoss.All,
        .. Topics.PublicationEffects.All,
        .. Topics.PublicationRefusals.All,
        .. Topics.MapDefects.All,
        .. Topics.LifetimeLeaks.All,
        .. Topics.CrashesAndHangs.All,
        .. Topics.LateDefects.All,
        .. Topics.SupportDefects.All,
        .. Topics.PermissionBits.All,
        .. Topics.PermissionIdentity.All,
        .. Topics.PermissionMoments.All,
        .. Topics.AccessLists.All,
        .. Topics.AccessRepublish.All,
        .. Topics.AccessUmask.All,
        .. Topics.SegmentLinks.All,
        .. Topics.OutputHandles.All,
    ];
}
