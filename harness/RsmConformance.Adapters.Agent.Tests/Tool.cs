using System.Diagnostics;
using RsmConformance.Contract;
using RsmConformance.Harness;

namespace RsmConformance.Adapters.Agent.Tests;

/// <summary>The real tool, pointed at an implementation, in a folder of its own.</summary>
internal sealed class Tool : IDisposable
{
    /// <summary>A case in which the beasts bite.</summary>
    public const string Biting = "connect.permission.write/local-loopback";

    /// <summary>A case in which they do not.</summary>
    public const string Harmless = "connect.permission.read/local-loopback";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rsm-zoo-tests-");

    public static string ZooPath => Path.Combine(AppContext.BaseDirectory, "RsmConformance.Adapters.Agent.Tests.Zoo.dll");

    public string Folder => _folder.FullName;

    /// <summary>The temporary folder of the tool and of all that it starts: what is in it afterwards was left behind.</summary>
    public string Temporary => Path.Combine(Folder, "tmp");

    /// <summary>A file that is there when a beast has bitten; it holds the number of the child that the beast left behind, if any.</summary>
    public string Sign => Path.Combine(Folder, "sign");

    public int Exit { get; private set; }

    public string Error { get; private set; } = "";

    public IReadOnlyList<ResultLine.Ruled> Results =>
    [
        .. File.ReadAllLines(Path.Combine(Folder, "out", "run", RunService.ResultsName))
            .Select(Protocol.Read<ResultLine>).OfType<ResultLine.Ruled>(),
    ];

    /// <summary>Runs cases on a beast of the zoo.</summary>
    public Tool Run(string beast, params string[] words) => RunDll(ZooPath, beast, words);

    public Tool RunDll(string dll, string beast, params string[] words) =>
        RunIut("managed:" + dll, Beast(beast), ["--jobs", "1", .. words]);

    /// <summary>Starts it with a beast; who does so sees to its end.</summary>
    public Process Start(string dll, string beast, params string[] words) =>
        Start(["run", "--iut", "managed:" + dll, "--jobs", "1", .. words], Beast(beast));

    /// <summary>Runs cases on an implementation.</summary>
    public Tool RunIut(string iut, Dictionary<string, string> environment, params string[] words) =>
        RunWords(["run", "--iut", iut, .. words], environment);

    /// <summary>Runs the tool to its end.</summary>
    public Tool RunWords(IEnumerable<string> words, Dictionary<string, string> environment)
    {
        using Process process = Start(words, environment);
        Task<string> error = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        process.WaitForExit(Patience).Should().BeTrue();
        Error = error.Result + output.Result;
        Exit = process.ExitCode;
        return this;
    }

    /// <summary>Starts the tool, with a temporary folder of its own that tells what it left behind.</summary>
    public Process Start(IEnumerable<string> words, Dictionary<string, string> environment)
    {
        Directory.CreateDirectory(Temporary);
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "rsm-conformance"), words)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["TMPDIR"] = Temporary },
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>The processes that still hold this test's DLL or folder on their command line, and temporary files.</summary>
    public IEnumerable<string> Left()
    {
        foreach (string entry in Directory.EnumerateDirectories("/proc").Where(d => int.TryParse(Path.GetFileName(d), out _)))
        {
            string line = CommandLine(entry);
            if (line.Contains(Folder, StringComparison.Ordinal))
            {
                yield return line;
            }
        }

        foreach (string kept in Directory.EnumerateFileSystemEntries(Temporary, "rsm-*"))
        {
            yield return kept;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Dictionary<string, string> Beast(string beast) => new() { ["RSM_ZOO"] = beast, ["RSM_ZOO_SIGN"] = Sign };

    private static string CommandLine(string entry)
    {
        try
        {
            return File.ReadAllText(Path.Combine(entry, "cmdline")).Replace('\0', ' ');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"gone: {e.GetType().Name}";
        }
    }
}
