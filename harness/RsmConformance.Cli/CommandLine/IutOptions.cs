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
        Description = "The implementation under test: reference, managed:PATH.dll, native:PATH/librsm.so, or agent:COMMAND.",
        HelpName = "IUT",
    };

    private readonly Option<string> _bed = new("--bed")
    {
        Description = "The bed description; 'init native' writes one. Without it, the bed of the reference, which native libraries do not stand on.",
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
    /// <exception cref="UsageException">The bed is wrong, or missing where only the user can say it.</exception>
    public BedDescription ReadBed(ParseResult parsed, IutUnderTest iut) => parsed.GetValue(_bed) is null && iut.NeedsBed
        ? throw new UsageException($"--bed: missing; {iut.Title} stands on a bed of your own: write one with 'rsm-conformance init native DIR'")
        : BedInput.Load(parsed.GetValue(_bed));
}
