using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using RsmConformance.Contract;
using RsmConformance.Contract.Agent;
using RsmConformance.Reference;
using RsmConformance.Reference.Rules;

namespace RsmConformance.Adapters.Reference;

/// <summary>The reference as an implementation under test: a fresh emulated cluster for each session.</summary>
internal sealed class ReferenceHost : IAgentHost
{
    private readonly Func<RuleBook> _rules;
    private readonly AgentMessage.Welcome _welcome;

    public ReferenceHost(Func<RuleBook> rules, string? variant)
    {
        _rules = rules;
        Assembly reference = typeof(Cluster).Assembly;
        string version = reference.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        _welcome = new AgentMessage.Welcome(
            Protocol.Version,
            $"RsmConformance reference {version}".TrimEnd(),
            Digest(reference, $"{rules().Behaviour}\n{variant}"),
            AddressSpace.PageSize,
            ReferenceMeans.Words);
    }

    public AgentMessage.Welcome Introduce() => _welcome;

    public IAgentBed Open(SessionSetup setup)
    {
        if (setup.PageSize != AddressSpace.PageSize)
        {
            throw new ArgumentException($"the pages of the reference have {AddressSpace.PageSize} bytes, not {setup.PageSize}", nameof(setup));
        }

        return new ReferenceBed(new Cluster(setup.Cluster, _rules()));
    }

    private static string Digest(Assembly reference, string behaviour)
    {
        // An assembly inside a single-file program has no file; its version id is a digest of its content by the rules of the build.
        byte[] content = File.Exists(reference.Location)
            ? File.ReadAllBytes(reference.Location)
            : reference.ManifestModule.ModuleVersionId.ToByteArray();
        return Convert.ToHexStringLower(SHA256.HashData([.. content, .. Encoding.UTF8.GetBytes(behaviour)]));
    }
}
