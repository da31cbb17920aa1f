using System.ComponentModel;
using System.Diagnostics;
using RsmConformance.Adapters.Agent.Tests.Native;

[assembly: AssemblyFixture(typeof(Workbench))]

namespace RsmConformance.Adapters.Agent.Tests.Native;

/// <summary>What the tests build with the C compiler of this machine: the agent, once more with sanitizers, and a stub of a library.</summary>
public sealed class Workbench : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rsm-agent-tests-");
    private readonly Lazy<string> _sanitized;

    public Workbench()
    {
        OpenToOthers(_folder.FullName);
        Agent = MakeAgent("plain");
        _sanitized = new Lazy<string>(() => MakeAgent("sanitized", "SANITIZE=address,undefined"));
        Library = Path.Combine(_folder.FullName, "librsm.so");
        Run("cc", "-std=c99", "-D_GNU_SOURCE", "-shared", "-fPIC", "-I", Include, "-o", Library, Source("stub.c"), Source("stub-rest.c"));
    }

    /// <summary>The agent.</summary>
    public string Agent { get; }

    /// <summary>The agent with address and undefined behaviour sanitizers; it cannot make allocations fail.</summary>
    public string Sanitized => _sanitized.Value;

    /// <summary>A library that says yes, and misbehaves as the variable RSM_STUB says.</summary>
    public string Library { get; }

    private static string Root => Repository.Root;

    private static string Include => Path.Combine(Root, "spec", "include");

    /// <summary>Lets everybody work in a folder: processes under test become other users of this machine.</summary>
    public static void OpenToOthers(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
        }
    }

    /// <summary>Compiles a library from a text.</summary>
    public string Compile(string name, string code)
    {
        string source = Path.Combine(_folder.FullName, name + ".c");
        string library = Path.Combine(_folder.FullName, name + ".so");
        File.WriteAllText(source, code);
        Run("cc", "-std=c99", "-shared", "-fPIC", "-o", library, source);
        return library;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Source(string name) => Path.Combine(Root, "harness", "RsmConformance.Adapters.Agent.Tests", "Native", name);

    private string MakeAgent(string name, params string[] settings)
    {
        string folder = Path.Combine(_folder.FullName, name);
        Run("make", ["-s", "-C", Path.Combine(Root, "harness", "agent"), "BUILD=" + folder, .. settings]);
        return Path.Combine(folder, "rsm-agent");
    }

    private static void Run(string program, params string[] words)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardError = true })!;
            string error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.Should().Be(0, "{0} {1} says: {2}", program, string.Join(' ', words), error);
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"{program} cannot be started ({e.Message}): these tests need gcc, make and libjansson-dev; ci/setup --tests installs them", e);
        }
    }
}
