using System.Globalization;
using RsmConformance.Adapters.Reference;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Reference;

namespace RsmConformance.Cli.Inputs;

/// <summary>The implementation under test that the user names, with what configures it.</summary>
/// <param name="Title">What heads and reports call it.</param>
/// <param name="Behaviour">What the reference does where implementations may differ.</param>
internal sealed record ReferenceIut(string Title, Behaviour Behaviour)
{
    private const string Kind = "reference";

    /// <summary>The reference as the page has it.</summary>
    public static ReferenceIut Plain { get; } = new(Kind, Behaviour.Default);

    /// <summary>Reads what the user wrote.</summary>
    /// <param name="iut">The value of --iut; null when it is missing.</param>
    /// <param name="choices">The value of --choices.</param>
    /// <param name="deviations">The values of --deviation.</param>
    /// <exception cref="UsageException">There is no such implementation, seed or deviation.</exception>
    public static ReferenceIut Read(string? iut, string? choices, IReadOnlyList<string> deviations)
    {
        if (iut is null)
        {
            throw new UsageException("--iut: missing; name the implementation under test, such as --iut reference");
        }

        if (iut != Kind)
        {
            throw new UsageException($"--iut: this build offers no '{iut}'; it offers reference, managed:PATH.dll, native:PATH/librsm.so and agent:COMMAND");
        }

        long? seed = NumberInput.Whole("--choices", choices, 0, int.MaxValue);
        Deviation[] switchedOn = [.. deviations.Select(Parse).Distinct().Order()];
        string title = Kind
            + (seed is { } sampled ? string.Create(CultureInfo.InvariantCulture, $", choices {sampled}") : "")
            + (switchedOn.Length > 0 ? ", deviations " + string.Join(" ", switchedOn) : "");
        Choices chosen = seed is { } number ? Choices.Random((int)number) : new Choices();
        return new ReferenceIut(title, new Behaviour(chosen, Deviations.Of(switchedOn)));
    }

    public IAdapter Open() => new ReferenceAdapter(Behaviour);

    private static Deviation Parse(string text)
    {
        string[] known = Enum.GetNames<Deviation>();
        return known.Contains(text, StringComparer.Ordinal)
            ? Enum.Parse<Deviation>(text)
            : throw new UsageException($"--deviation: the reference cannot show '{text}'; it can show {string.Join(" ", known)}");
    }
}
