/* As root: importers of other users are judged by the right digit, and the umask at create makes the default mode. */
#include <sys/stat.h>
#include <unistd.h>

#include "check.h"

enum { OWNER = 1001, OTHER = 1002, GROUP = 2001, FOREIGN = 2002 };

static void become(uid_t uid, gid_t gid)
{
    CHECK(setgid(gid) == 0 && setuid(uid) == 0);
}

static void exporter(void)
{
    rsmapi_access_entry_t list[] = {{1, 0640}, {2, 0666}};
    rsm_memseg_id_t first = SEGMENT, second = SEGMENT + 1;
    rsm_memseg_export_handle_t listed, open;
    become(OWNER, GROUP);
    umask(027);
    rsmapi_controller_handle_t ctl = controller("sci0");
    IS(rsm_memseg_export_create(ctl, &listed, pages('l'), size_of_pages(), 0), RSM_SUCCESS);
    IS(rsm_memseg_export_publish(listed, &first, list, 2), RSM_SUCCESS);
    IS(rsm_memseg_export_create(ctl, &open, pages('o'), size_of_pages(), 0), RSM_SUCCESS);
    IS(rsm_memseg_export_publish(open, &second, NULL, 0), RSM_SUCCESS);
    say(&starter);
    hear(&starter);
}

static void expect(uid_t uid, gid_t gid, rsm_permission_t perm, rsm_memseg_id_t id, int code)
{
    rsm_memseg_import_handle_t import;
    become(uid, gid);
    IS(rsm_memseg_import_connect(controller("sci0"), 2, id, perm, &import), code);
}

static void owner_writes(void)
{
    expect(OWNER, FOREIGN, RSM_PERM_RDWR, SEGMENT, RSM_SUCCESS);
}

static void group_reads(void)
{
    expect(OTHER, GROUP, RSM_PERM_READ, SEGMENT, RSM_SUCCESS);
}

static void group_does_not_write(void)
{
    expect(OTHER, GROUP, RSM_PERM_RDWR, SEGMENT, RSMERR_PERM_DENIED);
}

static void other_does_not_read(void)
{
    expect(OTHER, FOREIGN, RSM_PERM_READ, SEGMENT, RSMERR_PERM_DENIED);
}

static void group_reads_by_umask(void)
{
    expect(OTHER, GROUP, RSM_PERM_READ, SEGMENT + 1, RSM_SUCCESS);
}

static void other_is_denied_by_umask(void)
{
    expect(OTHER, FOREIGN, RSM_PERM_READ, SEGMENT + 1, RSMERR_PERM_DENIED);
}

int main(void)
{
    void (*const importers[])(void) = {
        owner_writes, group_reads, group_does_not_write, other_does_not_read, group_reads_by_umask,
        other_is_denied_by_umask,
    };
    CHECK(getuid() == 0);
    struct other peer = start(exporter, "2");
    hear(&peer);
    for (size_t at = 0; at < sizeof importers / sizeof *importers; at++) {
        struct other importer = start(importers[at], "1");
        finish(&importer);
    }
    say(&peer);
    finish(&peer);
    return 0;
}
