using System.Diagnostics;
using YamlDotNet.Serialization;

namespace RsmConformance.Harness.Tests;

/// <summary>The published JSON Schema of bed descriptions, read by a validator that is not ours, agrees with our reader.</summary>
public sealed class BedSchemaTests
{
    private static readonly string Beds = Path.Combine(Root(), "conformance", "beds");

    public static TheoryData<string> OurBeds() => [.. Directory.GetFiles(Beds, "*.yaml").Select(Path.GetFileName).OfType<string>()];

    [Theory]
    [MemberData(nameof(OurBeds))]
    public void Schema_OurBed_IsValidAndRead(string bed)
    {
        string path = Path.Combine(Beds, bed);

        Refusal(File.ReadAllText(path)).Should().BeEmpty();
        BedFile.Load(path).Name.Should().NotBeEmpty();
    }

    [Fact]
    public void Schema_BedThatInitWrites_IsValidAndRead()
    {
        string bed = File.ReadAllText(Path.Combine(Root(), "harness", "RsmConformance.Cli", "Skeletons", "native", "bed.yaml.template"))
            .Replace("@NAME@", "mine");

        Refusal(bed).Should().BeEmpty();
        BedFile.Parse(bed, "bed.yaml").Operation.Parallel.Should().BeFalse();
        bed.Split('\n').Count(l => l.Contains("EDIT", StringComparison.Ordinal) && !l.StartsWith('#')).Should().Be(3);
    }

    [Theory]
    [InlineData("unknown_node: 63", "")]
    [InlineData("parallel: true", "paralel: true")]
    [InlineData("owner: { uid: 1001", "owner: { uid: 0")]
    [InlineData("  link-down:", "  link-cut:")]
    [InlineData("    clear: RSM_IUT_STATE={state} ../iut/librsm/build/rsm-fabric link-up {node}.{controller} {peer}.{peer_controller}\n", "")]
    [InlineData("id: 2", "id: two")]
    [InlineData("[A.x0, B.x0]", "[A.x0]")]
    public void Schema_BedThatIsWrong_IsRefusedByBoth(string part, string wrong)
    {
        string bed = File.ReadAllText(Path.Combine(Beds, "librsm.yaml"));
        bed.Should().Contain(part);
        string spoilt = bed.Replace(part, wrong);

        Refusal(spoilt).Should().NotBeEmpty();
        Action read = () => BedFile.Parse(spoilt, "bed.yaml");
        read.Should().Throw<UsageException>().Which.Message.Should().StartWith("bed.yaml");
    }

    [Fact]
    public void Parse_PlaceholderThatNothingStandsFor_IsRefused()
    {
        string bed = File.ReadAllText(Path.Combine(Beds, "librsm.yaml")).Replace("node-down {node}", "node-down {nod}");

        Action read = () => BedFile.Parse(bed, "bed.yaml");

        read.Should().Throw<UsageException>().Which.Message.Should().Contain("{nod}").And.Contain("{peer_controller}");
    }

    private static string Refusal(string bed)
    {
        string npm = Path.Combine(Root(), "ci", "npm");
        Directory.Exists(Path.Combine(npm, "node_modules")).Should().BeTrue("'ci/setup --tests' restores Ajv");
        var start = new ProcessStartInfo("node", [Path.Combine(npm, "validate.mjs"), Path.Combine(Beds, "bed.schema.json")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.StandardInput.WriteLine(AsJson(bed));
        process.StandardInput.Close();
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0, "{0}", error.Result);
        said.Should().EndWith("1 lines\n", "the bed is looked at");
        return said[..^"1 lines\n".Length];
    }

    private static string AsJson(string yaml)
    {
        object? bed = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize(yaml);
        return new SerializerBuilder().JsonCompatible().Build().Serialize(bed).Trim();
    }

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "RsmConformance.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("the tests are not in the repository");
    }
}
