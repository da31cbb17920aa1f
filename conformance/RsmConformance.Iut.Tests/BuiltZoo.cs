namespace RsmConformance.Iut.Tests;

/// <summary>The beasts, built once, with the bed that they live in.</summary>
public sealed class BuiltZoo : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rsm-zoo-");

    public BuiltZoo()
    {
        if (!OperatingSystem.IsWindows())
        {
            // Other users load the library, too.
            File.SetUnixFileMode(_folder.FullName, (UnixFileMode)0b111_101_101);
        }

        Command.Make(IutFolder.Zoo, $"BUILD={_folder.FullName}");
        Command.Make(IutFolder.Library, $"BUILD={Fabric}");
        File.WriteAllText(Bed, File.ReadAllText(IutFolder.Bed).Replace("../iut/librsm/build", Fabric, StringComparison.Ordinal));
    }

    private string Fabric => Path.Combine(_folder.FullName, "fabric");

    private string Bed => Path.Combine(_folder.FullName, "librsm.yaml");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The path of a beast's library.</summary>
    public string Library(string beast) => Path.Combine(_folder.FullName, beast, "librsm.so");

    /// <summary>Plays cases on a beast; gives what the tool said, and the verdicts.</summary>
    internal (Command Run, Dictionary<string, CaseVerdict> Verdicts) Run(string beast, IEnumerable<string> cases)
    {
        string output = Path.Combine(_folder.FullName, "run-" + beast);
        Command run = Command.Run(
            new Dictionary<string, string>(),
            IutFolder.Suite,
            ["run", "--iut", "native:" + Library(beast), "--bed", Bed, "--timeout", "5", "--output", output, .. cases.SelectMany(id => new[] { "--case", id })]);
        return (run, CaseVerdict.Read(output));
    }
}
