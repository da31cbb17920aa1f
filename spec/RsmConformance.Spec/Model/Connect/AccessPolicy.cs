using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>One way to read the pages on how an importer is judged, and the judgement.</summary>
internal readonly record struct AccessVariant(
    bool Granted,
    Permission Mode,
    IdentityClass Class,
    Sequence<ReadingId> Readings);

/// <summary>How an exporter's mode and ids judge an importer.</summary>
internal static class AccessPolicy
{
    /// <summary>The mode for a node: that of the first entry that names it; null when none does.</summary>
    public static Permission? EntryMode(Sequence<ListEntry> list, uint node)
    {
        foreach (ListEntry entry in list)
        {
            if (entry.NodeId == node)
            {
                return entry.Mode;
            }
        }

        return null;
    }

    /// <summary>The mode without an access list: 0777 less the umask.</summary>
    public static Permission DefaultMode(Permission umask) => new(0x1FF & ~umask.Bits);

    /// <summary>
    /// The judgements that the pages leave room for: whose ids (A20), which groups (A21) and whose umask (A24) count. When all
    /// agree no reading matters and one judgement is left.
    /// </summary>
    public static IReadOnlyList<AccessVariant> Variants(
        ExportState export,
        Publication publication,
        Permission? entryMode,
        Identity importer,
        Permission perm,
        Table<string, ReadingId> settled)
    {
        var variants = new List<AccessVariant>(1);
        foreach ((Identity exporter, Sequence<ReadingId> whose) in Exporters(export, publication))
        {
            foreach ((Permission mode, Sequence<ReadingId> when) in Modes(export, publication, entryMode))
            {
                foreach ((IdentityClass identity, Sequence<ReadingId> groups) in Classes(exporter, importer))
                {
                    Sequence<ReadingId> readings = [.. whose, .. when, .. groups];
                    if (Fits(readings, settled))
                    {
                        variants.Add(new AccessVariant(PermissionTable.Grants(mode, identity, perm), mode, identity, readings));
                    }
                }
            }
        }

        bool agree = variants.TrueForAll(v => v.Granted == variants[0].Granted);
        return agree ? [variants[0] with { Readings = [] }] : variants;
    }

    /// <summary>The class of an importer when supplementary groups count.</summary>
    public static IdentityClass ClassOf(Identity exporter, Identity importer) => Classes(exporter, importer)[0].Item1;

    private static (Identity, Sequence<ReadingId>)[] Exporters(ExportState export, Publication publication) =>
        export.Identity == publication.Identity
            ? [(export.Identity, [])]
            : [(export.Identity, [CitedReadings.A20ExporterAtCreate]), (publication.Identity, [CitedReadings.A20ExporterAtPublish])];

    private static (Permission, Sequence<ReadingId>)[] Modes(ExportState export, Publication publication, Permission? entry)
    {
        if (entry is { } mode)
        {
            return [(mode, [])];
        }

        return export.Umask == publication.Umask
            ? [(DefaultMode(export.Umask), [])]
            : [
                (DefaultMode(export.Umask), [CitedReadings.A24AtCreate]),
                (DefaultMode(publication.Umask), [CitedReadings.A24AtPublish]),
            ];
    }

    private static (IdentityClass, Sequence<ReadingId>)[] Classes(Identity exporter, Identity importer)
    {
        if (importer.Uid == exporter.Uid)
        {
            return [(IdentityClass.Owner, [])];
        }

        if (importer.Gid == exporter.Gid)
        {
            return [(IdentityClass.Group, [])];
        }

        return importer.Groups.Contains(exporter.Gid)
            ? [(IdentityClass.SupplementaryGroup, [CitedReadings.A21AnyGroup]), (IdentityClass.Other, [CitedReadings.A21PrimaryGroupOnly])]
            : [(IdentityClass.Other, [])];
    }

    private static bool Fits(Sequence<ReadingId> readings, Table<string, ReadingId> settled)
    {
        foreach (ReadingId reading in readings)
        {
            if (settled.TryGet(Attempt.InterpretationOf(reading), out ReadingId taken) && taken != reading)
            {
                return false;
            }
        }

        return true;
    }
}
