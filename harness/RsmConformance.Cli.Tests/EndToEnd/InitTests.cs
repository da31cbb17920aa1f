namespace RsmConformance.Cli.Tests.EndToEnd;

public sealed class InitTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("acme", "acme.csproj")]
    [InlineData("my-rsm.net", "myrsmnet.csproj")]
    [InlineData("7up", "MyRsm7up.csproj")]
    [InlineData("deep/er/acme/", "acme.csproj")]
    public void InitManaged_NewFolder_WritesAProjectWithAUsableName(string folder, string project)
    {
        ToolResult result = Tool.Run(_folder, "init", "managed", folder);

        result.Exit.Should().Be(0, "{0}", result.Error);
        string[] files = [.. Directory.GetFiles(_folder.Of(folder), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_folder.Of(folder), f))];
        files.Should().Contain([project, "Implementation.cs", "Library.cs", "README.md", "nuget.config", "lib/RsmConformance.Contract.dll"]);
        result.Output.Split('\n').Count(l => l.StartsWith("file: ", StringComparison.Ordinal)).Should().Be(files.Length, "every file is named");
        files.Where(f => !f.EndsWith(".dll", StringComparison.Ordinal)).Select(f => File.ReadAllText(_folder.Of(folder, f)))
            .Should().OnlyContain(text => !text.Contains("@NAME@"));
    }

    [Fact]
    public void InitManaged_EmptyFolder_IsTaken()
    {
        Directory.CreateDirectory(_folder.Of("acme"));

        Tool.Run(_folder, "init", "managed", "acme").Exit.Should().Be(0);
    }

    [Fact]
    public void InitManaged_FolderWithAFile_OverwritesNothing()
    {
        Directory.CreateDirectory(_folder.Of("acme"));
        _folder.Write("acme/Library.cs", "mine");

        Refused("acme: is there and not empty", "init", "managed", "acme");

        File.ReadAllText(_folder.Of("acme", "Library.cs")).Should().Be("mine");
        Directory.GetFileSystemEntries(_folder.Of("acme")).Should().ContainSingle();
    }

    [Fact]
    public void InitManaged_File_IsRefused()
    {
        _folder.Write("acme", "a file");

        Refused("acme: is there and not empty", "init", "managed", "acme");
        Refused("acme/sub: cannot be written", "init", "managed", "acme/sub");
    }

    [Theory]
    [InlineData("managed: DIR is missing", "init", "managed")]
    [InlineData("command line: 'b' has no meaning here", "init", "managed", "a", "b")]
    [InlineData("command line: there is no option --force here", "init", "managed", "a", "--force")]
    [InlineData("command line: ", "init")]
    [InlineData("command line: ", "init", "cobol", "a")]
    public void Init_WrongWords_AreRefused(string message, params string[] words) => Refused(message, words);

    private void Refused(string message, params string[] words)
    {
        ToolResult result = Tool.Run(_folder, words);

        result.Exit.Should().Be(2);
        result.ErrorLines.Should().ContainSingle().Which.Should().StartWith("rsm-conformance: " + message);
    }
}
