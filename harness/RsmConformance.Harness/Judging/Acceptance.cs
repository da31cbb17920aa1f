using RsmConformance.Spec;
using RsmConformance.Spec.Model;

namespace RsmConformance.Harness;

/// <summary>What a profile says of a transition: accepted, tolerated as a documented deviation, or refused.</summary>
/// <param name="IsAccepted">Whether it may be at all.</param>
/// <param name="Deviation">The deviation that must be tolerated for it; null when it conforms.</param>
internal readonly record struct Acceptance(bool IsAccepted, string? Deviation)
{
    public static Acceptance Of(Transition transition, Profile profile)
    {
        if (transition.Deviation is { } deviation)
        {
            return profile.Tolerates(deviation) is not null ? new Acceptance(true, deviation.Text) : default;
        }

        return transition.Reading is not { } reading || profile.Accepts(reading) ? new Acceptance(true, null)
            : profile.Tolerates(reading) is { } tolerance ? new Acceptance(true, tolerance.Deviation?.Text ?? reading.Text)
            : default;
    }
}
