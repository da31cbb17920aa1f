using System.Collections.Immutable;
using RsmConformance.Spec;
using RsmConformance.Spec.Model;

namespace RsmConformance.Harness;

/// <summary>What a profile says of a transition: accepted, tolerated as a documented deviation, or refused.</summary>
/// <param name="IsAccepted">Whether it may be at all.</param>
/// <param name="Deviations">What must be tolerated for it; empty when it conforms.</param>
internal readonly record struct Acceptance(bool IsAccepted, ImmutableArray<string> Deviations)
{
    private static readonly Acceptance Refused = new(false, []);

    public bool Conforms => IsAccepted && Deviations.IsEmpty;

    public static Acceptance Of(Transition transition, Profile profile)
    {
        if (transition.Readings.Count == 0 && transition.Deviations.Count == 0)
        {
            return new Acceptance(true, []);
        }

        ImmutableArray<string>.Builder deviations = ImmutableArray.CreateBuilder<string>();
        foreach (ReadingId reading in transition.Readings)
        {
            if (profile.Accepts(reading))
            {
                continue;
            }

            if (profile.Tolerates(reading) is not { } tolerance)
            {
                return Refused;
            }

            deviations.Add(tolerance.Deviation?.Value ?? reading.Value);
        }

        foreach (DeviationId deviation in transition.Deviations)
        {
            if (profile.Tolerates(deviation) is null)
            {
                return Refused;
            }

            deviations.Add(deviation.Value);
        }

        return new Acceptance(true, deviations.ToImmutable());
    }
}
