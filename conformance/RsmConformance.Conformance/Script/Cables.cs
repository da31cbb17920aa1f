using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Conformance;

/// <summary>The cables of the bed that cases take out.</summary>
internal static class Cables
{
    /// <summary>A.x0 to B.x0.</summary>
    public static readonly Fault X0 = Between("A", "B", "x0");

    /// <summary>A.x1 to B.x1.</summary>
    public static readonly Fault X1 = Between("A", "B", "x1");

    /// <summary>A.x1 to C.x1.</summary>
    public static readonly Fault ToC = Between("A", "C", "x1");

    private static Fault.LinkDown Between(string one, string other, string controller) =>
        new(new LinkEnd(one, controller), new LinkEnd(other, controller));
}
