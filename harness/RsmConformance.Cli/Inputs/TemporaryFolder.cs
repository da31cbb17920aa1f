namespace RsmConformance.Cli.Inputs;

/// <summary>A folder for evidence that nobody asked to keep; gone when it is disposed.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("rsm-conformance-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
