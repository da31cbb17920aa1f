using RsmConformance.Contract;

namespace RsmConformance.Harness.Repro;

/// <summary>What one thread of one process does, or the test bed.</summary>
/// <param name="Role">The process; null for the test bed.</param>
/// <param name="Thread">The thread.</param>
/// <param name="Steps">The steps, in order.</param>
internal sealed record Lane(string? Role, string Thread, IReadOnlyList<Step> Steps)
{
    public bool IsMain => Role is null || Thread == Step.MainThread;

    /// <summary>What the function of the lane is called.</summary>
    public string Name => Role is null ? "test_bed" : IsMain ? CName.Of(Role) : $"{CName.Of(Role)}_{CName.Of(Thread)}";

    /// <summary>What its process is called among the latches.</summary>
    public string Process => Role is null ? "TEST_BED" : CName.Constant(Role);
}
