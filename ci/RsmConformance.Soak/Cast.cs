using System.Globalization;

namespace RsmConformance.Soak;

/// <summary>
/// Starts honest programs on two nodes, which import from each other. Even ids belong to steady exporters, odd ones to those that come
/// and go; each program has a seed of its own.
/// </summary>
internal sealed class Cast(Workshop workshop, SoakedCluster cluster, Random seeds)
{
    public const int SteadyOnA = 2;
    public const int SteadyOnB = 0;
    private static readonly int[] MortalOnA = [7, 9];
    private static readonly int[] MortalOnB = [1, 3, 5];

    /// <summary>Exporters that come and go.</summary>
    public static int Mortals => MortalOnA.Length + MortalOnB.Length;

    /// <summary>Exporters that are never killed. Their segments are there when this returns.</summary>
    public IReadOnlyList<HonestProgram> SteadyExporters()
    {
        HonestProgram[] exporters = [Exporter("A", "STEADY", SteadyOnA), Exporter("B", "STEADY", SteadyOnB)];
        foreach (HonestProgram exporter in exporters)
        {
            exporter.AwaitCalls(8);
        }

        return exporters;
    }

    /// <summary>One of the exporters that come and go.</summary>
    /// <param name="which">From 0 to <see cref="Mortals"/>.</param>
    public HonestProgram MortalExporter(int which) => which < MortalOnA.Length
        ? Exporter("A", "MORTAL", MortalOnA[which])
        : Exporter("B", "MORTAL", MortalOnB[which - MortalOnA.Length]);

    /// <summary>An importer on the first node or the second.</summary>
    /// <param name="which">Even for the first.</param>
    /// <param name="life">STEADY imports from steady exporters alone; MORTAL may be killed; NEVER may not.</param>
    public HonestProgram Importer(int which, string life)
    {
        (string node, int other, int[] mortal, int steady) = which % 2 == 0 ? ("A", 2, MortalOnB, SteadyOnB) : ("B", 1, MortalOnA, SteadyOnA);
        string[] targets = [.. mortal.Append(steady).Select(id => string.Create(CultureInfo.InvariantCulture, $"{other}:{id}"))];
        return new HonestProgram(cluster.Socket(node), workshop.Importer, [Seed(), life, .. targets]);
    }

    private HonestProgram Exporter(string node, string life, int id) =>
        new(cluster.Socket(node), workshop.Exporter, Seed(), life, id.ToString(CultureInfo.InvariantCulture));

    private string Seed() => seeds.Next().ToString(CultureInfo.InvariantCulture);
}
