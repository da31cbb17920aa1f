using RsmConformance.Abi;
using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Connect;

/// <summary>What a link may be used for, by the mode that it was made with.</summary>
internal static class RightsCases
{
    private const string Read = "connect.permission.read-rights";
    private const string Write = "connect.permission.write-rights";
    private const string Both = "connect.permission.read-write-rights";
    private static readonly int[] Widths = [8, 16, 32, 64];

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        Works($"{Read}/get", "a link for reading can be read.", "0400", s => s.Get(), Allow.TransferGiven),
        .. Widths.Select(w => Works($"{Read}/get{w}", $"a link for reading can be read by get{w}.", "0400", s => s.GetUnits(w), Allow.TransferGiven)),
        Works($"{Write}/put", "a link for writing can be written.", "0200", s => s.Put(), Allow.TransferGiven),
        .. Widths.Select(w => Works($"{Write}/put{w}", $"a link for writing can be written by put{w}.", "0200", s => s.PutUnits(w), Allow.TransferGiven)),
        Works($"{Both}/get", "a link for both can be read.", "0600", s => s.Get(), Allow.Success),
        Works($"{Both}/put", "a link for both can be written.", "0600", s => s.Put(), Allow.Success),

        Refused($"{Read}/put-refused", "a link for reading cannot be written.", "0400", s => s.Put("twin"), s => s.Put()),
        .. Widths.Select(w => Refused($"{Read}/put{w}-refused", $"a link for reading cannot be written by put{w}.", "0400", s => s.PutUnits(w, "twin"), s => s.PutUnits(w))),
        Refused($"{Write}/get-refused", "a link for writing cannot be read.", "0200", s => s.Get("twin"), s => s.Get()),
        .. Widths.Select(w => Refused($"{Write}/get{w}-refused", $"a link for writing cannot be read by get{w}.", "0200", s => s.GetUnits(w, "twin"), s => s.GetUnits(w))),
        RefusedPutWritesNothing(), RefusedWhenMapped("0400", s => s.Put("twin"), s => s.Put(), Read), RefusedWhenMapped("0200", s => s.Get("twin"), s => s.Get(), Write),
        WorksWhenMapped("0400", s => s.Get(), Read), WorksWhenMapped("0200", s => s.Put(), Write),

        .. MapTable(), ReadMapShows(), ReadMapDoesNotStore(), WriteMapStores(), WriteMapLoads(), ReadWriteMap(), ReadMapOfBoth(),
        RightsOfTwoLinks(), LocalReadOnly(), LocalWriteOnly(),
        .. OtherDigit(),
    ];

    private static Case Works(string id, string purpose, string mode, Func<CaseScript, CaseScript> access, Sequence<PermittedOutcome> outcomes) =>
        Ensure(id, purpose).LinkedPair(mode, "A:0666").Act().With(access).May(outcomes).Done();

    private static Case Refused(string id, string purpose, string mode, Func<CaseScript, CaseScript> twin, Func<CaseScript, CaseScript> access) =>
        Ensure(id, purpose).LinkedPair(mode, "A:0666").ControlConnect().InitBarrier("twin", "twinbar").With(twin)
            .Act("the mode of the link").With(access).May(Allow.TransferRefused).Done();

    private static Case RefusedPutWritesNothing() =>
        Ensure($"{Read}/refused-put-writes-nothing", "a put that is refused changes nothing in the segment.")
            .LinkedPair("0400", "A:0666").ControlConnect().InitBarrier("twin", "twinbar").Get("twin")
            .Act("the mode of the link, and the direction").Put().May(Allow.TransferRefused)
            .ExporterMemoryUntouched(Read).Done();

    private static Case RefusedWhenMapped(string mode, Func<CaseScript, CaseScript> twin, Func<CaseScript, CaseScript> access, string assertion) =>
        Ensure($"{assertion}/refused-when-mapped", "what the mode of a link refuses is refused as well when the caller has mapped it.")
            .LinkedPair(mode, "A:0666").Map(perm: mode).ControlConnect().InitBarrier("twin", "twinbar").With(twin)
            .Act("the mode of the link").With(access).May(Allow.Only("RSMERR_PERM_DENIED", "A43.strict")).Done();

    private static Case WorksWhenMapped(string mode, Func<CaseScript, CaseScript> access, string assertion) =>
        Ensure($"{assertion}/works-when-mapped", "what the mode of a link gives works when the caller has mapped it.")
            .LinkedPair(mode, "A:0666").Map(perm: mode).Act().With(access).May(Allow.Success).Done();

    private static IEnumerable<Case> MapTable()
    {
        string[] modes = ["0400", "0200", "0600"];
        foreach (string link in modes)
        {
            foreach (string map in modes)
            {
                Permission missing = new(Permission.Parse(map).Bits & ~Permission.Parse(link).Bits);
                string assertion = link switch { "0400" => Read, "0200" => Write, _ => Both };
                CaseScript script = Ensure($"{assertion}/map-{map}", $"a link made with {link} {(missing.Bits == 0 ? "can" : "cannot")} be mapped with {map}.")
                    .LinkedPair(link, "A:0666");
                yield return missing.Bits == 0
                    ? script.Act().Map(perm: map).May(Allow.Success).Done()
                    : script.ControlConnect().Map("twin", "twinmap", map).Act("the mode of the link").Map(perm: map).May(Allow.MapRefused).Done();
            }
        }
    }

    private static Case ReadMapShows() =>
        Ensure($"{Read}/map-shows", "a map for reading shows the segment.")
            .LinkedPair("0400", "A:0666").Map(perm: "0400").Act().Load("map", Exported).May(Allow.Data).Done();

    private static Case ReadMapDoesNotStore() =>
        Ensure($"{Read}/map-does-not-store", "a store to a map for reading faults and changes nothing.")
            .LinkedPair("0400", "A:0666").Map(perm: "0400").Act().Store("map", Sent).May(Allow.Faults)
            .ExporterMemoryUntouched(Read).Done();

    private static Case WriteMapStores() =>
        Ensure($"{Write}/map-stores", "stores to a map for writing reach the segment.")
            .LinkedPair("0200", "A:0666").Map(perm: "0200").OpenBarrier().Act().Store("map", Sent).May(Allow.Done).CloseBarrier().May(Allow.Success)
            .As("exporter").Load("mem", Sent).May(Allow.Data).Done();

    private static Case WriteMapLoads() =>
        Ensure($"{Write}/map-loads", "a load from a map for writing faults or shows the segment.")
            .LinkedPair("0200", "A:0666").Map(perm: "0200")
            .Act().Load("map", Exported).May([new(OutcomeName.Data, "A49.readable"), new(OutcomeName.Fault, "A49.not-readable")]).Done();

    private static Case ReadWriteMap() =>
        Ensure($"{Both}/map-both", "a map for both shows the segment and stores to it.")
            .LinkedPair("0600", "A:0666").Map().OpenBarrier()
            .Act().Load("map", Exported).May(Allow.Data).Store("map", Sent).May(Allow.Done).Load("map", Sent).May(Allow.Data).CloseBarrier().May(Allow.Success)
            .As("exporter").Load("mem", Sent).May(Allow.Data).Done();

    private static Case ReadMapOfBoth() =>
        Ensure($"{Both}/read-map-does-not-store", "a map for reading of a link for both does not store.")
            .LinkedPair("0600", "A:0666").Map(perm: "0400").Act().Load("map", Exported).May(Allow.Data).Store("map", Sent).May(Allow.Faults)
            .ExporterMemoryUntouched(Both).Done();

    private static Case RightsOfTwoLinks() =>
        Ensure($"{Read}/not-those-of-a-sibling", "a link for reading does not gain the rights of another link with the same segment.")
            .LinkedPair("0400", "A:0666").ControlConnect().InitBarrier("twin", "twinbar").Put("twin", "1p")
            .Act("the mode of the link").Put().May(Allow.TransferRefused)
            .Frame("connect.effect.siblings-untouched").Disconnect("twin").Get().May(Allow.TransferGiven).Done();

    private static Case LocalReadOnly() =>
        Ensure($"{Read}/local", "a link for reading on the own node can be read and not written.")
            .Exporter("A", "loopback").Segment().Importer("A", "loopback").Buffers().Connect(perm: "0400", node: "A").InitBarrier()
            .ControlConnect(node: "A").InitBarrier("twin", "twinbar").Put("twin", "1p")
            .Act("the mode of the link").Get().May(Allow.TransferGiven).Put().May(Allow.TransferRefused).Done();

    private static Case LocalWriteOnly() =>
        Ensure($"{Write}/local", "a link for writing on the own node can be written and not read.")
            .Exporter("A", "loopback").Segment().Importer("A", "loopback").Buffers().Connect(perm: "0200", node: "A").InitBarrier()
            .ControlConnect(node: "A").InitBarrier("twin", "twinbar").Get("twin")
            .Act("the mode of the link").Put().May(Allow.TransferGiven).Get().May(Allow.TransferRefused).Done();

    private static IEnumerable<Case> OtherDigit()
    {
        (string Name, IdentityClass Class, string Mode, string Map, string Assertion)[] table =
        [
            ("group-writes-owner-reads", IdentityClass.Group, "0460", "0600", Both),
            ("group-writes-owner-nothing", IdentityClass.Group, "0060", "0200", Write),
            ("group-reads-owner-writes", IdentityClass.Group, "0240", "0400", Read),
            ("other-writes-owner-reads", IdentityClass.Other, "0406", "0600", Both),
            ("other-both-owner-nothing", IdentityClass.Other, "0066", "0600", Both),
            ("other-reads-owner-nothing", IdentityClass.Other, "0064", "0400", Read),
        ];
        return table.Select(t =>
            Ensure($"{t.Assertion}/map-by-own-digit/{t.Name}", $"what may be mapped follows from the digit that admitted the importer: entry {t.Mode}.")
                .Exporter().Segment("A:" + t.Mode).Importer(identity: t.Class).Connect(perm: t.Map)
                .Act().Map(perm: t.Map).May(Allow.MapByOtherDigit).Done());
    }
}
