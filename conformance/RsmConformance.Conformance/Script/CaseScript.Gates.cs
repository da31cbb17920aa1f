using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Conformance;

/// <content>
/// A connect that is held at a gate while something overtakes it. Step <c>c</c> is the connect, on thread t1 of the importer;
/// <c>blocked</c> is when it stands at the gate; <c>released</c> when it may go on.
/// </content>
internal sealed partial class CaseScript
{
    /// <summary>Holds the importer's next connect at a gate; the act begins with it.</summary>
    public CaseScript HeldConnect(string gate, Sequence<PermittedOutcome>? outcomes, string? factor = null, string id = "S1", string node = "B")
    {
        Preamble().Bed().Id("hold").Hold(gate);
        Act(factor).As("importer", "t1").Id("c").After("hold").Connect("imp", id, node: node);
        if (outcomes is { } permitted)
        {
            May(permitted);
        }

        return Preamble().Bed().Id("blocked").After("hold").AwaitBlocked("c");
    }

    /// <summary>What overtakes the held connect, by a process; the next step comes after all of it.</summary>
    public CaseScript Overtaken(string gate, Func<CaseScript, CaseScript> by)
    {
        Id("over").After("blocked");
        return by(this).Join(gate);
    }

    /// <summary>
    /// Opens the gate when step <c>over</c> is over or blocked, since it may itself have to wait for the connect; the next
    /// step comes after all of it.
    /// </summary>
    public CaseScript Join(string gate) =>
        Preamble().Bed().Id("over-blocked").After("blocked").AwaitBlocked("over")
            .Id("released").After("over-blocked").LetGo(gate).After("c", "over", "released");

    /// <summary>Opens the gate after a step of the bed, which cannot be blocked; the next step comes after all of it.</summary>
    public CaseScript Released(string gate, string after) =>
        Preamble().Bed().Id("released").After(after).LetGo(gate).After("c", "released");
}
