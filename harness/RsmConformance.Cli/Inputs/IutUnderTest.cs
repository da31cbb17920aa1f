using RsmConformance.Contract;
using RsmConformance.Harness;

namespace RsmConformance.Cli.Inputs;

/// <summary>The implementation under test that the user names.</summary>
/// <param name="Title">What heads and reports call it.</param>
/// <param name="Open">Makes the way to it.</param>
internal sealed record IutUnderTest(string Title, Func<IAdapter> Open)
{
    private const string ManagedPrefix = "managed:";

    /// <summary>Reads what the user wrote.</summary>
    /// <param name="iut">The value of --iut; null when it is missing.</param>
    /// <param name="choices">The value of --choices.</param>
    /// <param name="deviations">The values of --deviation.</param>
    /// <exception cref="UsageException">There is no such kind of implementation, seed or deviation.</exception>
    public static IutUnderTest Read(string? iut, string? choices, IReadOnlyList<string> deviations)
    {
        if (iut?.StartsWith(ManagedPrefix, StringComparison.Ordinal) != true)
        {
            ReferenceIut reference = ReferenceIut.Read(iut, choices, deviations);
            return new IutUnderTest(reference.Title, reference.Open);
        }

        string path = iut[ManagedPrefix.Length..];
        return choices is not null || deviations.Count > 0
            ? throw new UsageException("--choices and --deviation: only the reference has them; leave them out")
            : path.Length == 0
                ? throw new UsageException("--iut: managed: names no file; give the path of the DLL, such as managed:bin/Release/net10.0/acme.dll")
                : new IutUnderTest(iut, () => ManagedIut.Open(path));
    }
}
