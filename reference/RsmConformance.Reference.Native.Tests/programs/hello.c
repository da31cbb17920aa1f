/* Without a daemon a program is node 1 of a cluster of its own, with the loopback controller. */
#include "check.h"

int main(void)
{
    char *buffer = pages(2, 0);
    void *map = NULL;
    char got[6];
    strcpy(buffer, "hello");
    rsmapi_controller_handle_t loopback = controller("loopback");
    rsm_memseg_export_handle_t export = exported(loopback, buffer, 2, SEGMENT);
    CHECK(strcmp(buffer, "hello") == 0);

    rsm_memseg_import_handle_t import = connected(loopback, 1, SEGMENT);
    IS(rsm_memseg_import_map(import, &map, RSM_MAP_NONE, RSM_PERM_RDWR, 0, 2 * PAGE), RSM_SUCCESS);
    CHECK(strcmp(map, "hello") == 0);
    strcpy(map, "there");
    CHECK(strcmp(buffer, "there") == 0);
    strcpy(buffer, "again");
    IS(rsm_memseg_import_set_mode(import, RSM_BARRIER_MODE_EXPLICIT), RSM_SUCCESS);
    IS(rsm_memseg_import_get(import, 0, got, sizeof got), RSM_SUCCESS);
    CHECK(strcmp(got, "again") == 0);
    IS(rsm_memseg_import_put(import, PAGE, "put", 4), RSM_SUCCESS);
    CHECK(strcmp(buffer + PAGE, "put") == 0);

    IS(rsm_memseg_import_disconnect(import), RSMERR_SEG_STILL_MAPPED);
    IS(rsm_memseg_import_unmap(import), RSM_SUCCESS);
    IS(rsm_memseg_import_disconnect(import), RSM_SUCCESS);
    IS(rsm_memseg_import_disconnect(import), RSMERR_BAD_SEG_HNDL);
    IS(rsm_memseg_export_unpublish(export), RSM_SUCCESS);
    IS(rsm_memseg_export_destroy(export), RSM_SUCCESS);
    IS(rsm_release_controller(loopback), RSM_SUCCESS);
    CHECK(strcmp(buffer, "again") == 0 && strcmp(buffer + PAGE, "put") == 0);
    return 0;
}
