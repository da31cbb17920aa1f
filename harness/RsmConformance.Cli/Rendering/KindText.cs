using RsmConformance.Spec;

namespace RsmConformance.Cli.Rendering;

/// <summary>The words for the kinds of assertions, as the specification's files write them.</summary>
internal static class KindText
{
    public static string Of(AssertionKind kind) => kind switch
    {
        AssertionKind.ReturnValue => "return-value",
        AssertionKind.Error => "error",
        AssertionKind.Permission => "permission",
        AssertionKind.Effect => "effect",
        AssertionKind.Resource => "resource",
        AssertionKind.Threading => "threading",
        AssertionKind.Robustness => "robustness",
        AssertionKind.Support => "support",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind"),
    };
}
