using System.Diagnostics;

namespace RsmConformance.Soak;

/// <summary>A folder of its own with the programs of the soak and the library, which every user can run; gone afterwards.</summary>
internal sealed class Workshop : IDisposable
{
    private const UnixFileMode Everybody =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly string _prefix;

    public Workshop(string prefix)
    {
        _prefix = Path.GetFullPath(prefix);
        string library = Path.Combine(_prefix, "lib", "librsm.so.2");
        if (!File.Exists(library))
        {
            throw new SoakFailureException($"{library} is not there: run ci/native, which builds and installs it");
        }

        Folder = Directory.CreateTempSubdirectory("rsm-soak-").FullName;
        File.SetUnixFileMode(Folder, Everybody);
        File.Copy(library, Path.Combine(Folder, "librsm.so.2"));
        Exporter = Compile("exporter", "exporter.c");
        Importer = Compile("importer", "importer.c");
        Fuzzer = Compile("fuzz", "fuzz.c", "messages.c", "spoil.c");
    }

    public string Folder { get; }

    public string Exporter { get; }

    public string Importer { get; }

    public string Fuzzer { get; }

    public string Daemon => Path.Combine(_prefix, "bin", "rsm-node");

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string Compile(string name, params string[] sources)
    {
        string program = Path.Combine(Folder, name);
        string folder = Path.Combine(AppContext.BaseDirectory, "programs");
        using Process compiler = Process.Start(new ProcessStartInfo("cc", [
            "-std=gnu11", "-O1", "-Wall", "-Wextra", "-Werror", "-pthread", "-D_GNU_SOURCE", "-o", program, .. sources.Select(s => Path.Combine(folder, s)),
            "-I", Path.Combine(_prefix, "include"), "-L", Path.Combine(_prefix, "lib"), "-lrsm", "-Wl,-rpath,$ORIGIN"]))!;
        compiler.WaitForExit();
        return compiler.ExitCode == 0 ? program : throw new SoakFailureException($"{name} does not compile");
    }
}
