namespace RsmConformance.Cli.Tests.EndToEnd;

/// <summary>A folder for one test.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("rsm-cli-tests-").FullName;

    public string Of(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Writes a file and gives its name within the folder.</summary>
    public string Write(string name, string text)
    {
        File.WriteAllText(Of(name), text);
        return name;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
