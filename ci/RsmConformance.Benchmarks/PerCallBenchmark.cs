using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace RsmConformance.Benchmarks;

/// <summary>BenchmarkDotNet's view of one connect and disconnect, with few and many links alive.</summary>
[MemoryDiagnoser]
public sealed class PerCallBenchmark : IDisposable
{
    private Stage? _stage;

    /// <summary>Links that are alive meanwhile.</summary>
    [Params(1, 100, 10_000)]
    public int LiveImports { get; set; }

    /// <summary>Runs the benchmark in this process, so that nothing is built while it runs.</summary>
    /// <returns>The exit code.</returns>
    public static int Run()
    {
        BenchmarkRunner.Run<PerCallBenchmark>(
            DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).WithArtifactsPath(Path.Combine("out", "benchmark")));
        return 0;
    }

    /// <summary>Makes the links.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _stage = new Stage(nodes: 2);
        _stage.Hold(LiveImports);
    }

    /// <summary>Takes them down.</summary>
    [GlobalCleanup]
    public void Dispose() => _stage?.Dispose();

    /// <summary>One connect and disconnect.</summary>
    [Benchmark]
    public void ConnectAndDisconnect() => _stage!.Cycle(1);
}
