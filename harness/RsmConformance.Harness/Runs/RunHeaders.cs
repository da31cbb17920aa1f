using System.Globalization;
using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>The first lines of the two files of a run, which say the same.</summary>
/// <param name="Trace">Of the trace.</param>
/// <param name="Results">Of the results.</param>
internal sealed record RunHeaders(TraceLine.Header Trace, ResultLine.Header Results)
{
    public static RunHeaders Of(RunRequest request, AgentMessage.Welcome welcome, Plan plan, ShardNote? shard)
    {
        Sequence<CaseId> planned = [.. plan.Planned];
        string seed = request.Seed.ToString(CultureInfo.InvariantCulture);
        return Of(new ResultLine.Header(
            TraceLine.SchemaVersion, request.Suite.Version, request.Suite.Digest, welcome.Iut, welcome.IutDigest,
            request.Bed.Digest, request.Profile.Name.Value, seed, request.Settings.Run, planned, request.Profile.Digest.Value, shard));
    }

    public static RunHeaders Of(ResultLine.Header header) => new(
        new TraceLine.Header(
            header.Schema, header.Suite, header.SuiteDigest, header.Iut, header.IutDigest, header.BedDigest, header.Profile,
            header.Seed, header.Run, header.Planned, header.ProfileDigest, header.Shard),
        header);
}
