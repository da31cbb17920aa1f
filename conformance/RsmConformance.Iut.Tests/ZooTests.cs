namespace RsmConformance.Iut.Tests;

public sealed class ZooTests
{
    [Fact]
    public void Beast_AnyOfThem_Compiles()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("rsm-zoo-");
        try
        {
            string[] beasts = [.. Directory.EnumerateFiles(IutFolder.Zoo, "*.c").Select(file => Path.GetFileNameWithoutExtension(file))];

            Command.Make(IutFolder.Zoo, $"BUILD={folder.FullName}");

            beasts.Should().HaveCountGreaterThan(10);
            beasts.Should().OnlyContain(beast => File.Exists(Path.Combine(folder.FullName, beast, "librsm.so")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
