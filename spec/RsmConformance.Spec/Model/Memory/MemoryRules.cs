using RsmConformance.Abi;
using static RsmConformance.Spec.Model.CitedAssertions;
using static RsmConformance.Spec.Model.CitedReadings;

namespace RsmConformance.Spec.Model;

/// <summary>Loads and stores of the machine, and new buffers.</summary>
internal static class MemoryRules
{
    public static Permitted Allocate(Scene scene, WorldState state, Stimulus.AllocateBuffer stimulus)
    {
        long size = stimulus.Size.InBytes(scene.PageSize);
        int generation = state.Memory.Entries.Count(m => m.Key.Process == stimulus.Process && m.Key.Name == stimulus.Name);
        var memory = new MemoryId(stimulus.Process, stimulus.Name, generation);
        ProcessState process = state.Processes[stimulus.Process];
        process = process with { Buffers = process.Buffers.Set(stimulus.Name, new MemorySpan(memory, 0, size)) };
        WorldState next = state with
        {
            Memory = state.Memory.Set(memory, MemoryImage.Filled(size, stimulus.Seed)),
            Processes = state.Processes.Set(stimulus.Process, process),
        };
        return One(new Outcome.Happens(), next, new Blame(SupportMemory));
    }

    public static Permitted Load(Scene scene, WorldState state, Stimulus.Load stimulus)
    {
        long length = stimulus.Length.InBytes(scene.PageSize);
        Place place = AddressSpace.Find(scene, state, stimulus.Process, stimulus.From);
        Permitted Reads(MemoryImage image, AssertionId basis) =>
            One(new Outcome.Data(image), state, new Blame(basis) { Data = basis });

        switch (place.Kind)
        {
            case PlaceKind.Nowhere:
                return One(new Outcome.Faults(), state, new Blame(SupportMemory));
            case PlaceKind.ReadOnly:
                return Reads(MemoryImage.Unknown(length), SupportMemory);
            case PlaceKind.Buffer or PlaceKind.Map when !place.Holds(length):
                return Either(new Outcome.Data(MemoryImage.Unknown(length)), state);
            case PlaceKind.Buffer:
                return Reads(AddressSpace.Read(state, place.Span!, place.Offset, length), SupportMemory);
            default:
                return LoadMap(state, place, length);
        }
    }

    public static Permitted Store(Scene scene, WorldState state, Stimulus.Store stimulus)
    {
        long length = stimulus.Length.InBytes(scene.PageSize);
        MemoryImage data = MemoryImage.Filled(length, stimulus.Seed);
        Place place = AddressSpace.Find(scene, state, stimulus.Process, stimulus.To);
        switch (place.Kind)
        {
            case PlaceKind.Nowhere or PlaceKind.ReadOnly:
                return One(new Outcome.Faults(), state, new Blame(SupportMemory));
            case PlaceKind.Buffer or PlaceKind.Map when !place.Holds(length):
                return Either(new Outcome.Stored(), state with { IsUndefined = true });
            case PlaceKind.Buffer:
                return One(new Outcome.Stored(), AddressSpace.Write(state, place.Span!, place.Offset, data), new Blame(SupportMemory));
            default:
                return StoreMap(state, place, data);
        }
    }

    private static Permitted LoadMap(WorldState state, Place place, long length)
    {
        ImportState import = place.Import!;
        MapState map = import.Map!;
        MemorySpan? reached = LinkRules.Reached(state, import) is { } span ? map.Pinned ?? span : null;
        MemoryImage image = reached is null
            ? MemoryImage.Unknown(length)
            : AddressSpace.Read(state, reached, map.Offset + place.Offset, length);
        var data = new Outcome.Data(image, reached is null ? Beyond(state, import, map.Offset + place.Offset, length) : null);
        Blame blame = new(SupportMemory) { Data = ConnectLinksThatSegment, Fault = FaultOf(import, map) };
        if (map.Perm == Permission.None)
        {
            return One(new Outcome.Faults(), state, blame);
        }

        if (!map.Perm.Reads)
        {
            return new Permitted(
                [
                    new Transition(data, state, PermissionWriteRights, [A49Readable]),
                    new Transition(new Outcome.Faults(), state, PermissionWriteRights, [A49NotReadable]),
                ],
                blame);
        }

        return reached is null ? Either(data, state) with { Blame = blame with { Data = ConnectForcedDisconnect } } : One(data, state, blame);
    }

    // What a map shows after the end of its link means nothing, but it must not be what the exporter stored after that end.
    private static MemoryImage? Beyond(WorldState state, ImportState import, long offset, long length)
    {
        if (import.Cut is not { } cut || offset + length > import.Size)
        {
            return null;
        }

        MemoryImage now = AddressSpace.Read(state, cut.Span, offset, length);
        return now.IsKnown && !now.Equals(cut.Image.Slice(offset, length)) ? now : null;
    }

    private static Permitted StoreMap(WorldState state, Place place, MemoryImage data)
    {
        ImportState import = place.Import!;
        MapState map = import.Map!;
        Blame blame = new(SupportMemory) { Fault = FaultOf(import, map) };
        if (!map.Perm.Writes)
        {
            return One(new Outcome.Faults(), state, blame);
        }

        if (LinkRules.Reached(state, import) is not { } span)
        {
            return Either(new Outcome.Stored(), state);
        }

        WorldState next = AddressSpace.Write(state, map.Pinned ?? span, map.Offset + place.Offset, data);
        return One(new Outcome.Stored(), next, blame);
    }

    // A map with fewer rights than its link is the affair of map; one with all of them shows the rights of the link.
    private static AssertionId FaultOf(ImportState import, MapState map) =>
        map.Perm == import.Rights ? RightsRules.Of(import) : SupportImportMap;

    // After the end of a link its maps lead to memory that means nothing (1.5); that they lead anywhere is not promised.
    private static Permitted Either(Outcome outcome, WorldState next) => new(
        [
            new Transition(outcome, next, SupportMemory),
            new Transition(new Outcome.Faults(), next, SupportMemory),
        ],
        new Blame(SupportMemory));

    private static Permitted One(Outcome outcome, WorldState next, Blame blame) =>
        new([new Transition(outcome, next, SupportMemory)], blame);
}
