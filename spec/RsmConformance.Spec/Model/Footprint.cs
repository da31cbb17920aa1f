using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>What kind of thing a call touches.</summary>
public enum TouchKind
{
    /// <summary>A handle, or a barrier, and the state behind it.</summary>
    Handle,

    /// <summary>A name that a result is stored under.</summary>
    Name,

    /// <summary>A place in the name space of published segments.</summary>
    Publication,

    /// <summary>A memory.</summary>
    Memory,

    /// <summary>The signals of a segment.</summary>
    Signals,
}

/// <summary>Something that a call reads or changes.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Name">Which.</param>
/// <param name="Changes">Whether the call may change it.</param>
public readonly record struct Touch(TouchKind Kind, string Name, bool Changes);

/// <summary>All that a call reads or changes: two calls of which neither changes what the other touches may be taken in any order.</summary>
/// <param name="Touches">The things.</param>
public sealed record Footprint(Sequence<Touch> Touches)
{
    /// <summary>Whether the order of two calls may matter.</summary>
    /// <param name="other">What the other call touches.</param>
    /// <returns>Whether one changes what the other touches.</returns>
    public bool Meets(Footprint other)
    {
        foreach (Touch mine in Touches)
        {
            foreach (Touch theirs in other.Touches)
            {
                if ((mine.Changes || theirs.Changes) && mine.Kind == theirs.Kind && mine.Name == theirs.Name)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
