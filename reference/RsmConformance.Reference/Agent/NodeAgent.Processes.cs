using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

internal sealed partial class NodeAgent
{
    public void Attach(int process, Identity identity, Permission umask, Action<AgentNotice> notify)
    {
        lock (_lock)
        {
            _processes.Add(process, new ProcessEntry(identity, umask, notify));
        }
    }

    public void SetIdentity(int process, Identity identity)
    {
        lock (_lock)
        {
            if (_processes.TryGetValue(process, out ProcessEntry? entry))
            {
                entry.Identity = identity;
            }
        }
    }

    public void SetUmask(int process, Permission umask)
    {
        lock (_lock)
        {
            if (_processes.TryGetValue(process, out ProcessEntry? entry))
            {
                entry.Umask = umask;
            }
        }
    }

    /// <summary>What a process may do with pages that it imports; null if it imports none of them.</summary>
    public Permission? RightsTo(int process, int chunk)
    {
        lock (_lock)
        {
            Permission[] rights = [.. _imports.Values
                .Where(i => i.Process == process && i is { IsPending: false, Broken: null } && i.Exporter?.Held.Chunk == chunk)
                .Select(i => new Permission(i.MapRights.Bits | i.Target.Permission.Bits))];
            return rights.Length == 0 ? (Permission?)null : rights.Aggregate((one, other) => new Permission(one.Bits | other.Bits));
        }
    }

    /// <summary>Ends all that a process had: its importers lose their connections, its exporters their records.</summary>
    public void Detach(int process, ProcessEnd how)
    {
        ReleasePath path = how == ProcessEnd.Exited ? ReleasePath.ProcessExit : ReleasePath.ProcessKill;
        List<ExportSegment> exports;
        List<ImportSegment> imports;
        lock (_lock)
        {
            if (!_processes.Remove(process, out ProcessEntry? entry))
            {
                return;
            }

            exports = [.. entry.Exports.Select(k => _exports[k])];
            imports = [.. entry.Imports.Select(k => _imports[k])];
            if (rules.Lifetime.Releases(null, Possession.ImportRecord, path))
            {
                imports.ForEach(i => _imports.Remove(i.Key));
            }
        }

        foreach (ImportSegment import in imports)
        {
            if (rules.Lifetime.Releases(null, Possession.ImporterRecord, path))
            {
                SayFarewell(import);
            }
        }

        foreach (ExportSegment export in exports.Where(_ => rules.Lifetime.Releases(null, Possession.Publication, path)))
        {
            Withdraw(null, export, AbortCause.ExporterEnded);
            lock (_lock)
            {
                _exports.Remove(export.Key);
            }
        }
    }

    private ControllerFound Find(FindController request)
    {
        FabricController? found = node.Controllers.Find(c =>
            rules.Controller.Means(request.Facts, request.Name, c.Name, request.InUse.Contains(c.Symbol)));
        return found is { IsPresent: true }
            ? new ControllerFound(RsmError.RSM_SUCCESS, found.Symbol, found.IsLoopback)
            : new ControllerFound(RsmError.RSMERR_CTLR_NOT_PRESENT, "", false);
    }

    private Sequence<LocalController> Topology() =>
        [.. node.Controllers.Where(c => c is { IsLoopback: false, IsPresent: true })
            .Select(c => new LocalController(c.Name, c.HardwareAddress, [.. c.Paths()]))];
}
