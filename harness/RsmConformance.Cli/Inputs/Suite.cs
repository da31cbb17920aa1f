using System.Security.Cryptography;
using System.Text;
using RsmConformance.Conformance;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Spec;

namespace RsmConformance.Cli.Inputs;

/// <summary>The suite that this program carries: its specification and its cases.</summary>
/// <param name="Specification">The specification.</param>
/// <param name="UnderUse">The cases, with version and digest.</param>
internal sealed record Suite(Specification Specification, SuiteUnderUse UnderUse)
{
    public IReadOnlyList<Case> Cases => UnderUse.Cases;

    /// <summary>The assertions of which the suite catches a seeded defect.</summary>
    public IReadOnlySet<string> Discriminated { get; init; } = Discrimination.Assertions;

    public static Suite Load()
    {
        Specification specification = Specification.Load();
        string version = typeof(Catalogue).Assembly.GetName().Version!.ToString(3);
        return new Suite(specification, new SuiteUnderUse(version, Digest(specification), Catalogue.All) { Probes = Probes.All });
    }

    private static string Digest(Specification specification)
    {
        string both = $"{specification.Digest.Value}\n{Catalogue.Digest()}\n";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(both)));
    }
}
