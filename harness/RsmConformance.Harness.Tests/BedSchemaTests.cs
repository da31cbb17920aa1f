using System.ComponentModel;
using System.Diagnostics;

namespace RsmConformance.Harness.Tests;

/// <summary>The published JSON Schema of bed descriptions, read by a validator that is not ours, agrees with our reader.</summary>
public sealed class BedSchemaTests
{
    private const string Validate = """
        import json, sys, yaml, jsonschema
        schema = json.load(open(sys.argv[1]))
        jsonschema.Draft202012Validator.check_schema(schema)
        errors = list(jsonschema.Draft202012Validator(schema).iter_errors(yaml.safe_load(sys.stdin)))
        print("\n".join(e.json_path + ": " + e.message for e in errors))
        sys.exit(1 if errors else 0)
        """;

    private static readonly string Beds = Path.Combine(Root(), "conformance", "beds");

    public static TheoryData<string> OurBeds() => [.. Directory.GetFiles(Beds, "*.yaml").Select(Path.GetFileName).OfType<string>()];

    [Theory]
    [MemberData(nameof(OurBeds))]
    public void Schema_OurBed_IsValidAndRead(string bed)
    {
        string path = Path.Combine(Beds, bed);

        Run(File.ReadAllText(path)).Should().Be((0, ""));
        BedFile.Load(path).Name.Should().NotBeEmpty();
    }

    [Fact]
    public void Schema_BedThatInitWrites_IsValidAndRead()
    {
        string bed = File.ReadAllText(Path.Combine(Root(), "harness", "RsmConformance.Cli", "Skeletons", "native", "bed.yaml.template"))
            .Replace("@NAME@", "mine");

        Run(bed).Should().Be((0, ""));
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

        Run(spoilt).Exit.Should().Be(1);
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

    private static (int Exit, string Said) Run(string bed)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", ["-c", Validate, Path.Combine(Beds, "bed.schema.json")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        try
        {
            using Process process = Process.Start(start)!;
            process.StandardInput.Write(bed);
            process.StandardInput.Close();
            string said = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return (process.ExitCode, said);
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException("the validator is missing: ci/setup --tests installs python3-jsonschema and python3-yaml", e);
        }
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
