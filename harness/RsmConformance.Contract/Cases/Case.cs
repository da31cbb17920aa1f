using RsmConformance.Abi;

namespace RsmConformance.Contract;

/// <summary>
/// A test case: a purpose and a script, as a value. It holds no code, so it can be listed, planned, sent, replayed, printed
/// and judged again.
/// </summary>
/// <param name="Id">Its stable id.</param>
/// <param name="Since">The version of the suite that brought it.</param>
/// <param name="Purpose">One sentence that starts with "Ensure that".</param>
/// <param name="Assertions">The assertions that it bears on, the main one first.</param>
/// <param name="Profiles">The profiles in which it is demanded.</param>
/// <param name="Roles">The processes that it needs.</param>
/// <param name="Script">Its steps.</param>
/// <param name="Expected">What the steps that it is about may show.</param>
public sealed record Case(
    CaseId Id,
    string Since,
    string Purpose,
    Sequence<string> Assertions,
    Sequence<string> Profiles,
    Sequence<Role> Roles,
    Sequence<Step> Script,
    Sequence<Expectation> Expected);
