namespace RsmConformance.Harness;

/// <summary>How a verdict counts for the run; never mixed with what happened.</summary>
public enum Disposition
{
    /// <summary>As required.</summary>
    Ok,

    /// <summary>A bad verdict that no list foresees.</summary>
    Regression,

    /// <summary>A bad verdict that the list of known failures foresees.</summary>
    Known,

    /// <summary>On the list of known failures, but not bad: the list is stale.</summary>
    Fixed,

    /// <summary>A bad verdict that an authority waived, in date.</summary>
    Waived,

    /// <summary>A bad verdict whose waiver has run out.</summary>
    WaiverExpired,

    /// <summary>A waiver that nothing needed.</summary>
    WaiverUnused,

    /// <summary>Bad k times of n.</summary>
    Flaky,

    /// <summary>Planned, but without a verdict.</summary>
    Lost,

    /// <summary>Two verdicts for one plan.</summary>
    Duplicate,
}
