namespace RsmConformance.Defects;

/// <summary>How a defect shows to somebody who calls the library.</summary>
public enum Shows
{
    /// <summary>A wrong return code.</summary>
    Code,

    /// <summary>A right code, but the handle, link or record is in another state than it must be.</summary>
    State,

    /// <summary>Wrong bytes, or bytes in the wrong place.</summary>
    Data,

    /// <summary>Something is not released.</summary>
    Leak,

    /// <summary>The process ends.</summary>
    Crash,

    /// <summary>A call does not return.</summary>
    Hang,

    /// <summary>Only calls that overlap show it.</summary>
    Race,

    /// <summary>The wrong user, group or node is let in or kept out.</summary>
    Identity,

    /// <summary>Something changes that the call has no business with.</summary>
    Frame,
}

/// <summary>One way to be wrong: the reference with one rule replaced.</summary>
/// <param name="Id">The stable name.</param>
/// <param name="Shows">How it shows.</param>
/// <param name="Breaks">The ids of the assertions that it breaks, the primary one first. Killed is it by a verdict for one of these.</param>
/// <param name="Sentence">What the author of such a library got wrong.</param>
/// <param name="Spoil">
/// Replaces the rule. Called anew for each emulated cluster, so that what a defect remembers stays in one session.
/// </param>
public sealed record Defect(string Id, Shows Shows, IReadOnlyList<string> Breaks, string Sentence, Func<RuleBook, RuleBook> Spoil)
{
    /// <summary>Why no case can catch it; null where one must.</summary>
    public string? Excuse { get; init; }

    /// <summary>The rules with the defect in them.</summary>
    public RuleBook Rules() => Spoil(RuleBook.For(Behaviour.Default));
}
