namespace RsmConformance.Abi;

/// <summary>Who a process is: real and effective ids are the same.</summary>
/// <param name="Uid">User id.</param>
/// <param name="Gid">Primary group id.</param>
/// <param name="Groups">Supplementary group ids.</param>
public sealed record Identity(uint Uid, uint Gid, Sequence<uint> Groups);
