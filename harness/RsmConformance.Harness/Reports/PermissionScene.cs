using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Harness.Reports;

/// <summary>Who is who and what is published to whom, followed along a script as far as permissions need it.</summary>
internal sealed class PermissionScene
{
    private const uint ReadWriteOfAll = 0x1B6;
    private readonly Dictionary<string, Role> _roles;
    private readonly Dictionary<(string Role, string Handle), string> _segments = [];
    private readonly Dictionary<string, (Sequence<AccessEntry>? List, string Exporter)> _published = [];

    public PermissionScene(Case testCase) => _roles = testCase.Roles.ToDictionary(r => r.Name);

    public IdentityClass ClassOf(string role) => _roles[role].Identity;

    public void Follow(Step step)
    {
        if (step.Role is not { } role || !_roles.TryGetValue(role, out Role? who))
        {
            return;
        }

        switch (step.Action)
        {
            case StepAction.SetIdentity identity:
                _roles[role] = who with { Identity = identity.Class };
                break;
            case StepAction.SetUmask umask:
                _roles[role] = who with { Umask = umask.Mask };
                break;
            case StepAction.Call { Api: ExportPublish { SegmentId.Name: { } name } publish }:
                _segments[(role, publish.Memseg.Text)] = name;
                _published[name] = (publish.AccessList, role);
                break;
            case StepAction.Call { Api: ExportRepublish republish }
                when _segments.TryGetValue((role, republish.Memseg.Text), out string? name):
                _published[name] = (republish.AccessList, role);
                break;
            case StepAction.Call { Api: ExportUnpublish unpublish }
                when _segments.Remove((role, unpublish.Memseg.Text), out string? name):
                _published.Remove(name);
                break;
        }
    }

    /// <summary>The digit that decides about a connect; null when no digit does.</summary>
    public int? Digit(string role, ImportConnect connect)
    {
        if (!_roles.TryGetValue(role, out Role? who)
            || connect.SegmentId.Name is not { } name
            || !_published.TryGetValue(name, out (Sequence<AccessEntry>? List, string Exporter) publication))
        {
            return null;
        }

        uint? mode = publication.List is { } list
            ? list.Where(e => e.Node.Text == who.Node && e.Mode.Variable is null).Select(e => (uint?)e.Mode.Value.Bits).FirstOrDefault()
            : ReadWriteOfAll & ~_roles[publication.Exporter].Umask.Bits;
        return mode is { } bits ? (int)((bits >> Shift(who.Identity)) & 7) : null;
    }

    private static int Shift(IdentityClass identity) => identity switch
    {
        IdentityClass.Owner or IdentityClass.Privileged => 6,
        IdentityClass.Group or IdentityClass.Supplementary => 3,
        IdentityClass.Other => 0,
        _ => throw new ArgumentOutOfRangeException(nameof(identity), identity, "no such class"),
    };
}
