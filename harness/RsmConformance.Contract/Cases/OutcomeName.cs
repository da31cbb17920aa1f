using System.Globalization;
using RsmConformance.Abi;

namespace RsmConformance.Contract;

/// <summary>The words for outcomes: the ABI name of a code, or one of the words below.</summary>
public static class OutcomeName
{
    /// <summary>A load gave the data that must be there.</summary>
    public const string Data = "data";

    /// <summary>A load gave some data, and any is right.</summary>
    public const string AnyData = "any-data";

    /// <summary>A load gave other data than must be there.</summary>
    public const string WrongData = "wrong-data";

    /// <summary>A store, or another action that returns nothing, was done.</summary>
    public const string Done = "done";

    /// <summary>A load or store faulted.</summary>
    public const string Fault = "fault";

    /// <summary>A measured quantity stayed level.</summary>
    public const string Steady = "steady";

    /// <summary>A measured quantity grew with the number of cycles.</summary>
    public const string Growth = "growth";

    /// <summary>The process died by a signal.</summary>
    public const string Killed = "killed";

    /// <summary>The process ended by itself while it was in the call.</summary>
    public const string Exited = "exited";

    /// <summary>The call never came back.</summary>
    public const string Hung = "hung";

    /// <summary>Whatever is seen is right: the behaviour is undefined.</summary>
    public const string Anything = "anything";

    /// <summary>The name of a return code: its ABI name, or the number when it has none.</summary>
    /// <param name="code">The raw code.</param>
    public static string OfCode(int code) =>
        Enum.IsDefined((RsmError)code) ? ((RsmError)code).ToString() : code.ToString(CultureInfo.InvariantCulture);
}
