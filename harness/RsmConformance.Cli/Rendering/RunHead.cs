using RsmConformance.Cli.Inputs;
using RsmConformance.Harness;
using RsmConformance.Spec;

namespace RsmConformance.Cli.Rendering;

/// <summary>Prints what a run, plan or judgement is about, before anything else.</summary>
internal static class RunHead
{
    public static void Write(TextWriter to, Suite suite, string iut, Profile profile, string bed, string seed)
    {
        to.WriteLine($"suite    {suite.UnderUse.Version}, digest {suite.UnderUse.Digest[..12]}, {suite.Cases.Count} cases");
        to.WriteLine($"iut      {SafeText.Of(iut)}");
        to.WriteLine($"profile  {profile.Name}");
        to.WriteLine($"bed      {SafeText.Of(bed)}");
        to.WriteLine($"seed     {SafeText.Of(seed)}");
    }

    /// <summary>What a plan comes to, on one line.</summary>
    public static string PlanLine(Plan plan)
    {
        int planned = plan.Playable.Count + plan.Unplayable.Count;
        return $"planned  {planned}: {plan.Playable.Count} to play, {plan.Unplayable.Count} unplayable for want of means; "
            + $"{plan.Excluded.Count} excluded";
    }
}
