using System.Globalization;

namespace RsmConformance.Soak;

/// <summary>What the daemon holds.</summary>
/// <param name="Descriptors">Its open descriptors.</param>
/// <param name="AnonymousKilobytes">Its own memory.</param>
internal sealed record DaemonHealth(int Descriptors, long AnonymousKilobytes)
{
    private const string Field = "RssAnon:";

    /// <summary>The runtime opens its standard error when it first writes to it, and the question how it is has a descriptor, too.</summary>
    private const int OfItself = 2;

    /// <summary>Whether nothing is open any more that was not open before.</summary>
    public bool HasClosedAllSince(DaemonHealth before) => Descriptors <= before.Descriptors + OfItself;

    public static DaemonHealth Of(int process)
    {
        try
        {
            string status = File.ReadAllText($"/proc/{process}/status");
            int start = status.IndexOf(Field, StringComparison.Ordinal) + Field.Length;
            string number = status[start..status.IndexOf("kB", start, StringComparison.Ordinal)];
            return new DaemonHealth(
                Directory.GetFileSystemEntries($"/proc/{process}/fd").Length, long.Parse(number, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            throw new SoakFailureException($"the daemon has gone: {e.Message}");
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Descriptors} descriptors, {AnonymousKilobytes} KiB");
}
