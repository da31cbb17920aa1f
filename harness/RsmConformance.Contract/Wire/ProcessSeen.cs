using RsmConformance.Abi;

namespace RsmConformance.Contract;

/// <summary>A process of a session as the system sees it.</summary>
/// <param name="Role">Its role.</param>
/// <param name="Identity">Who it is.</param>
public sealed record ProcessSeen(string Role, Identity Identity);
