using RsmConformance.Abi;

namespace RsmConformance.Contract;

/// <summary>Which part of a plan a run is.</summary>
/// <param name="Index">Which shard, from 1.</param>
/// <param name="Count">Of how many.</param>
/// <param name="Probes">The cases that every shard plays, so that it shows that all met the same implementation and bed.</param>
public sealed record ShardNote(int Index, int Count, Sequence<CaseId> Probes);
