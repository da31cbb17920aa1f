namespace RsmConformance.Reference.Native.Tests;

/// <summary>The examples in C, by the command that the README names.</summary>
public sealed class ExamplesTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    [Fact]
    public void Run_OfTheExamples_SharesMemoryBothWaysAndLeavesNothing()
    {
        ProgramResult run = ProgramResult.Of(Path.Combine(Installation.Root, "reference", "examples", "run"), Limit, Installation.Prefix);
        run.Errors.Should().BeEmpty();
        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain("importer: by map: hello from the exporter").And.Contain("importer: by get: hello from the exporter")
            .And.Contain("exporter: by map: written through the map").And.Contain("exporter: by put: written by put");
        string folder = run.Output.Split("RSM_NODE_SOCKET=")[1].Split("/run/")[0];
        Directory.Exists(folder).Should().BeFalse();
    }

    [Fact]
    public void Refusal_WithDebugAsked_SaysWhyOnStandardError()
    {
        using var folder = new TemporaryFolder();
        string program = CProgram.Compile(Path.Combine(Installation.Programs, "refused.c"), folder);
        ProgramResult.Of("env", Limit, "RSM_DEBUG=1", program).Should().Be(new ProgramResult(
            0, "", "rsm: rsm_memseg_import_connect: RSMERR_SEG_NOT_PUBLISHED: no segment is published under this id on that node\n"));
        ProgramResult.Of("env", Limit, "-u", "RSM_DEBUG", program).Should().Be(new ProgramResult(0, "", ""));
    }
}
