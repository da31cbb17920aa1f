namespace RsmConformance.Reference.Native;

/// <summary>How the reference behaves in this process: as its pages say, unless a test makes it imitate the historical library.</summary>
internal static class Imitation
{
    /// <summary>The default, with the deviations that are named (front/deviations.c), such as D01 D25.</summary>
    public static Behaviour Behaviour()
    {
        string named = Posix.Deviations();
        Deviation[] deviations = [.. named.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Deviation>)];

        // D25 is what becomes of a privileged caller who is let in, and by default none is.
        Choices choices = deviations.Contains(Deviation.D25) ? new Choices { A23 = PrivilegedCaller.Override } : new Choices();
        return new Behaviour(choices, Deviations.Of(deviations));
    }
}
