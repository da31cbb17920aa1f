using System.CommandLine;
using RsmConformance.Cli.Inputs;
using RsmConformance.Contract;
using RsmConformance.Harness;

namespace RsmConformance.Cli.CommandLine;

/// <summary>The options that say what is tested, and on which bed.</summary>
internal sealed class IutOptions
{
    private readonly Option<string> _iut = new("--iut")
    {
        Description = "The implementation under test. reference, or managed:PATH.dll.",
        HelpName = "IUT",
    };

    private readonly Option<string> _bed = new("--bed")
    {
        Description = "The bed description; without it, the bed of the reference.",
        HelpName = "FILE.yaml",
    };

    private readonly Option<string> _choices = new("--choices")
    {
        Description = "With --iut reference: wherever the page leaves freedom, draw what the reference does from this seed.",
        HelpName = "SEED",
    };

    private readonly Option<string[]> _deviations = new("--deviation")
    {
        Description = "With --iut reference: switch known deviations on, such as D11.",
        HelpName = "ID",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    public void AddTo(Command command)
    {
        command.Add(_iut);
        command.Add(_bed);
        command.Add(_choices);
        command.Add(_deviations);
    }

    /// <exception cref="UsageException">There is no such implementation, seed or deviation.</exception>
    public IutUnderTest ReadIut(ParseResult parsed) =>
        IutUnderTest.Read(parsed.GetValue(_iut), parsed.GetValue(_choices), parsed.GetValue(_deviations)!);

    /// <exception cref="AdapterException">The bed cannot be read.</exception>
    /// <exception cref="UsageException">The bed is wrong.</exception>
    public BedDescription ReadBed(ParseResult parsed) => BedInput.Load(parsed.GetValue(_bed));
}
