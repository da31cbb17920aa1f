namespace RsmConformance.Harness;

/// <summary>What the user gave cannot be used; the message is one line that names the place and the mend.</summary>
public sealed class UsageException : Exception
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="message">One line.</param>
    /// <param name="inner">What was met.</param>
    public UsageException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
