using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using RsmConformance.Contract.Managed;

namespace RsmConformance.Adapters.Agent.Tests;

public sealed class LoadingTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Run_MissingFile_Exits4AndSaysSo() => Refuses("nowhere.dll", "there is no such file");

    [Fact]
    public void Run_NoAssembly_Exits4AndSaysSo()
    {
        string path = Path.Combine(_tool.Folder, "text.dll");
        File.WriteAllText(path, "no code");

        Refuses(path, "is no .NET assembly");
    }

    [Fact]
    public void Run_NoImplementation_Exits4AndSaysSo() =>
        Refuses(Path.Combine(AppContext.BaseDirectory, "YamlDotNet.dll"), "has no public class that implements");

    [Fact]
    public void Run_ConstructorThatThrows_Exits4AndSaysSo() =>
        Refuses(Tool.ZooPath, "threw InvalidOperationException: no keeper", "throw-in-constructor");

    [Fact]
    public void Run_OtherVersionOfTheContract_Exits4AndSaysSo()
    {
        string path = Path.Combine(_tool.Folder, "old.dll");
        File.WriteAllBytes(path, WithContractVersion(File.ReadAllBytes(Tool.ZooPath), 9));

        Refuses(path, "was built against RsmConformance.Contract 9.0.0.0 and this program has 1.0.0.0");
    }

    [Fact]
    public void Run_TwoImplementations_Exits4AndSaysSo() =>
        Refuses(typeof(FirstTwin).Assembly.Location, "has 2 implementations");

    private void Refuses(string dll, string words, string beast = "tame")
    {
        _tool.RunDll(dll, beast, "--case", Tool.Harmless);

        _tool.Exit.Should().Be(4, "{0}", _tool.Error);
        _tool.Error.Split('\n').Where(l => l.StartsWith("rsm-conformance:", StringComparison.Ordinal))
            .Should().ContainSingle().Which.Should().Contain(words);
        _tool.Left().Where(l => !l.Contains("run --iut", StringComparison.Ordinal)).Should().BeEmpty();
    }

    // The major version is the first column of a row of the table of references.
    private static byte[] WithContractVersion(byte[] image, ushort major)
    {
        using var pe = new PEReader(new MemoryStream(image));
        MetadataReader metadata = pe.GetMetadataReader();
        AssemblyReferenceHandle contract = metadata.AssemblyReferences
            .Single(r => metadata.GetString(metadata.GetAssemblyReference(r).Name) == "RsmConformance.Contract");
        int row = MetadataTokens.GetRowNumber(contract) - 1;
        int at = pe.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.AssemblyRef)
            + (row * metadata.GetTableRowSize(TableIndex.AssemblyRef));
        BitConverter.TryWriteBytes(image.AsSpan(at), major).Should().BeTrue();
        return image;
    }
}

/// <summary>One of two, so that this assembly has two implementations.</summary>
public sealed class FirstTwin : IManagedImplementation
{
    public string Name => "first";

    public IManagedCluster CreateCluster(Abi.ClusterDescription cluster) => throw new NotSupportedException();
}

/// <summary>The other.</summary>
public sealed class SecondTwin : IManagedImplementation
{
    public string Name => "second";

    public IManagedCluster CreateCluster(Abi.ClusterDescription cluster) => throw new NotSupportedException();
}
