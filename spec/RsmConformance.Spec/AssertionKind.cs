namespace RsmConformance.Spec;

/// <summary>What an assertion is about.</summary>
public enum AssertionKind
{
    /// <summary>The number that a call returns.</summary>
    ReturnValue,

    /// <summary>One listed error and its condition; <see cref="Assertion.Error"/> names it.</summary>
    Error,

    /// <summary>Who is admitted with which mode, and what the mode then allows.</summary>
    Permission,

    /// <summary>What a call changes, and what it leaves alone.</summary>
    Effect,

    /// <summary>What a call or a process keeps and gives back.</summary>
    Resource,

    /// <summary>Calls of several threads, and calls that wait.</summary>
    Threading,

    /// <summary>Uses that the page leaves undefined and that the hardened profile wants refused.</summary>
    Robustness,

    /// <summary>A supporting function, as far as connect and disconnect rest on it.</summary>
    Support,
}
