namespace RsmConformance.Iut.Tests;

/// <summary>The library and its test programs, built once with the compiler's sanitizers and once without.</summary>
public sealed class BuiltLibrary : IDisposable
{
    private const string Sanitizers = "address,undefined";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rsm-iut-");

    public BuiltLibrary()
    {
        if (!OperatingSystem.IsWindows())
        {
            // Other users load the library, too.
            File.SetUnixFileMode(_folder.FullName, (UnixFileMode)0b111_101_101);
        }

        Command.Make(IutFolder.Library, $"BUILD={Plain}");
        Command.Make(IutFolder.Library, $"BUILD={Plain}", $"SANITIZE={Sanitizers}");
        Command.Make(IutFolder.Programs, $"BUILD={Plain}", $"LIBRARY={Plain}");
        Command.Make(IutFolder.Programs, $"BUILD={Sanitized}", $"LIBRARY={Sanitized}", $"CFLAGS=-fsanitize={Sanitizers}");
    }

    public string Plain => Path.Combine(_folder.FullName, "build");

    public string Sanitized => Path.Combine(Plain, Sanitizers);

    public void Dispose() => _folder.Delete(recursive: true);
}
