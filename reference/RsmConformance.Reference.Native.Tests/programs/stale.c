/* After an unpublish a map that is still there neither sees nor changes the live memory. */
#include "check.h"

int main(void)
{
    char *buffer = pages(1, 'a');
    char *map = NULL;
    rsm_memseg_id_t id = SEGMENT;
    rsmapi_controller_handle_t loopback = controller("loopback");
    rsm_memseg_export_handle_t export = exported(loopback, buffer, 1, id);
    rsm_memseg_import_handle_t import = connected(loopback, 1, id);
    IS(rsm_memseg_import_map(import, (void **)&map, RSM_MAP_NONE, RSM_PERM_RDWR, 0, PAGE), RSM_SUCCESS);
    CHECK(map[0] == 'a');
    IS(rsm_memseg_export_unpublish(export), RSM_SUCCESS);
    CHECK(buffer[0] == 'a');
    buffer[0] = 's';
    CHECK(map[0] != 's');
    map[0] = 'm';
    CHECK(buffer[0] == 's');

    IS(rsm_memseg_export_publish(export, &id, NULL, 0), RSM_SUCCESS);
    rsm_memseg_import_handle_t again = connected(loopback, 1, id);
    IS(rsm_memseg_import_set_mode(again, RSM_BARRIER_MODE_EXPLICIT), RSM_SUCCESS);
    IS(rsm_memseg_import_put(again, 0, "p", 1), RSM_SUCCESS);
    CHECK(buffer[0] == 'p' && map[0] == 'm');

    char *other = pages(1, 'o');
    char *live = NULL;
    IS(rsm_memseg_import_map(again, (void **)&live, RSM_MAP_NONE, RSM_PERM_RDWR, 0, PAGE), RSM_SUCCESS);
    IS(rsm_memseg_export_rebind(export, other, 0, PAGE), RSM_SUCCESS);
    CHECK(live[0] == 'o');
    live[0] = 'r';
    CHECK(other[0] == 'r' && buffer[0] == 'p');
    IS(rsm_memseg_import_unmap(import), RSM_SUCCESS);
    IS(rsm_memseg_import_disconnect(import), RSM_SUCCESS);
    IS(rsm_memseg_import_unmap(again), RSM_SUCCESS);
    IS(rsm_memseg_import_disconnect(again), RSM_SUCCESS);
    return 0;
}
