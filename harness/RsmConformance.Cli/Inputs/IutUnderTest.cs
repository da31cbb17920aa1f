using RsmConformance.Contract;
using RsmConformance.Harness;

namespace RsmConformance.Cli.Inputs;

/// <summary>The implementation under test that the user names.</summary>
/// <param name="Title">What heads and reports call it.</param>
/// <param name="NeedsBed">Whether only the user can say what bed it stands on.</param>
/// <param name="Open">Makes the way to it on a bed.</param>
internal sealed record IutUnderTest(string Title, bool NeedsBed, Func<BedDescription, IAdapter> Open)
{
    private const string ManagedPrefix = "managed:";
    private const string NativePrefix = "native:";
    private const string AgentPrefix = "agent:";

    /// <summary>The library that C programs can be linked with; null where it is none.</summary>
    public string? Library { get; init; }

    /// <summary>Reads what the user wrote.</summary>
    /// <param name="iut">The value of --iut; null when it is missing.</param>
    /// <param name="choices">The value of --choices.</param>
    /// <param name="deviations">The values of --deviation.</param>
    /// <exception cref="UsageException">There is no such kind of implementation, seed or deviation.</exception>
    public static IutUnderTest Read(string? iut, string? choices, IReadOnlyList<string> deviations)
    {
        string? prefix = ((string[])[ManagedPrefix, NativePrefix, AgentPrefix])
            .FirstOrDefault(p => iut?.StartsWith(p, StringComparison.Ordinal) == true);
        if (prefix is null)
        {
            ReferenceIut reference = ReferenceIut.Read(iut, choices, deviations);
            return new IutUnderTest(reference.Title, NeedsBed: false, _ => reference.Open());
        }

        if (choices is not null || deviations.Count > 0)
        {
            throw new UsageException("--choices and --deviation: only the reference has them; leave them out");
        }

        string named = iut![prefix.Length..];
        return prefix switch
        {
            _ when named.Length == 0 => throw new UsageException($"--iut: {prefix} names nothing; give {Example(prefix)}"),
            ManagedPrefix => new IutUnderTest(iut, NeedsBed: false, _ => ManagedIut.Open(named)),
            NativePrefix => new IutUnderTest(iut, NeedsBed: true, bed => NativeIut.OpenLibrary(named, bed)) { Library = named },
            _ => new IutUnderTest(iut, NeedsBed: true, bed => NativeIut.OpenCommand(named, bed)),
        };
    }

    private static string Example(string prefix) => prefix switch
    {
        ManagedPrefix => "the path of the DLL, such as managed:bin/Release/net10.0/acme.dll",
        NativePrefix => "the path of the library, such as native:/usr/lib/librsm.so.2",
        _ => "the command that starts an agent, such as 'agent:./rsm-agent --library ./librsm.so'",
    };
}
