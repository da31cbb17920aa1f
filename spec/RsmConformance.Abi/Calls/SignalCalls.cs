namespace RsmConformance.Abi;

/// <summary>rsm_intr_signal_post. Posts a signal to the other side.</summary>
/// <param name="Memseg">An import or export segment.</param>
/// <param name="Flags">How it counts.</param>
public sealed record SignalPost(HandleRef Memseg, uint Flags) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_intr_signal_post";
}

/// <summary>rsm_intr_signal_wait. Waits for a signal.</summary>
/// <param name="Memseg">An import or export segment.</param>
/// <param name="TimeoutMilliseconds">Milliseconds; -1 waits without limit.</param>
public sealed record SignalWait(HandleRef Memseg, int TimeoutMilliseconds) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_intr_signal_wait";
}

/// <summary>rsm_memseg_get_pollfd. Gets a poll descriptor.</summary>
/// <param name="Memseg">An import or export segment.</param>
/// <param name="Pollfd">Where it goes.</param>
public sealed record GetPollfd(HandleRef Memseg, OutputRef Pollfd) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_get_pollfd";
}

/// <summary>rsm_memseg_release_pollfd. Gives a poll descriptor back.</summary>
/// <param name="Memseg">An import or export segment.</param>
public sealed record ReleasePollfd(HandleRef Memseg) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_release_pollfd";
}
