using System.Globalization;

namespace RsmConformance.Soak;

/// <summary>How much to soak.</summary>
/// <param name="Kills">How many processes are killed.</param>
/// <param name="FuzzSeconds">How long the daemon hears wrong messages.</param>
/// <param name="FuzzBatches">How many fuzzers are run at least, however long they take.</param>
/// <param name="Seed">What the choices of all programs depend on; fuzzers have this seed and those after it.</param>
/// <param name="Prefix">Where <c>ci/native</c> has installed.</param>
internal sealed record SoakOptions(int Kills, int FuzzSeconds, int FuzzBatches, uint Seed, string Prefix)
{
    public const string Usage =
        """
        ci/soak [--kills N] [--fuzz-seconds N] [--fuzz-batches N] [--seed N] [--prefix DIR]

        --kills N          kill -9 so many importers and exporters while others work (1000)
        --fuzz-seconds N   say wrong messages to the daemon for so long (600)
        --fuzz-batches N   and with so many fuzzers at least (0), one after the other, three at a time
        --seed N           repeats the choices of an earlier soak
        --prefix DIR       where ci/native has installed (out/native)
        """;

    /// <summary>Reads a command line.</summary>
    /// <exception cref="UsageException">It is wrong.</exception>
    public static SoakOptions Read(IReadOnlyList<string> words)
    {
        var options = new SoakOptions(1000, 600, 0, (uint)Random.Shared.Next(1, 1_000_000_000), Path.Combine("out", "native"));
        for (int at = 0; at < words.Count; at += 2)
        {
            string value = at + 1 < words.Count ? words[at + 1] : throw new UsageException($"{words[at]} needs a value");
            options = words[at] switch
            {
                "--kills" => options with { Kills = Number(words[at], value) },
                "--fuzz-seconds" => options with { FuzzSeconds = Number(words[at], value) },
                "--fuzz-batches" => options with { FuzzBatches = Number(words[at], value) },
                "--seed" => options with { Seed = (uint)Number(words[at], value) },
                "--prefix" => options with { Prefix = value },
                _ => throw new UsageException($"'{words[at]}' is not known"),
            };
        }

        return options.Kills + options.FuzzSeconds + options.FuzzBatches > 0
            ? options : throw new UsageException("with nothing to kill and nothing to say nothing is proved");
    }

    private static int Number(string option, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number : throw new UsageException($"{option}: '{value}' is not a number from 0");
}
