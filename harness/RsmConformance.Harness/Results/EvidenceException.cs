namespace RsmConformance.Harness;

/// <summary>
/// Evidence or verdicts cannot be kept any more, so that the run is over: what it would still find could not be proved. What was
/// written before stays valid. The message is one line that names the file and the mend.
/// </summary>
public sealed class EvidenceException : IOException
{
    /// <summary>Says what cannot be kept.</summary>
    /// <param name="message">One line.</param>
    /// <param name="inner">What was met.</param>
    public EvidenceException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
