/* An exporter on node 2 and an importer on node 1: data both ways, signals, the end of a link, the death of the exporter. */
#include <string.h>

#include "check.h"

static rsm_memseg_export_handle_t export;

static void exporter(void)
{
    char *memory = pages('a');
    char *other = pages('r');
    export = publish(controller("sci0"), memory, SEGMENT);
    say(&starter);
    hear(&starter); /* put and stored */
    CHECK(memcmp(memory + 100, "put", 3) == 0 && memory[0] == 's');
    memory[1] = 'm';
    IS(rsm_intr_signal_wait(export, 10000), RSM_SUCCESS);
    IS(rsm_intr_signal_post(export, 0), RSM_SUCCESS);
    say(&starter);
    hear(&starter);
    IS(rsm_memseg_export_rebind(export, other, 0, size_of_pages()), RSM_SUCCESS);
    CHECK(memory[1] == 'm');
    say(&starter);
    hear(&starter);
    IS(rsm_memseg_export_unpublish(export), RSM_SUCCESS);
    memset(other, 'x', size_of_pages());
    rsm_memseg_id_t id = SEGMENT;
    IS(rsm_memseg_export_publish(export, &id, NULL, 0), RSM_SUCCESS);
    say(&starter);
    hear(&starter); /* is killed here */
}

int main(void)
{
    struct other peer = start(exporter, "2");
    hear(&peer);
    rsmapi_controller_handle_t ctl = controller("sci0");
    rsm_memseg_import_handle_t import = link_with(ctl, 2, SEGMENT);
    char byte, *map = NULL;
    IS(rsm_memseg_import_get(import, 0, &byte, 1), RSM_SUCCESS);
    CHECK(byte == 'a');
    IS(rsm_memseg_import_put(import, 100, "put", 3), RSM_SUCCESS);
    IS(rsm_memseg_import_map(import, (void **)&map, RSM_MAP_NONE, RSM_PERM_RDWR, 0, size_of_pages()), RSM_SUCCESS);
    map[0] = 's';
    IS(rsm_intr_signal_post(import, 0), RSM_SUCCESS);
    say(&peer);
    IS(rsm_intr_signal_wait(import, 10000), RSM_SUCCESS);
    hear(&peer);
    CHECK(map[1] == 'm');
    IS(rsm_intr_signal_wait(import, 0), RSMERR_TIMEOUT);
    say(&peer);
    hear(&peer); /* rebound */
    CHECK(map[0] == 'r');
    say(&peer);
    hear(&peer); /* unpublished, overwritten, published again */
    CHECK(map[0] == 'r');
    IS(rsm_memseg_import_get(import, 0, &byte, 1), RSMERR_CONN_ABORTED);
    IS(rsm_memseg_import_disconnect(import), RSMERR_SEG_STILL_MAPPED);
    IS(rsm_memseg_import_unmap(import), RSM_SUCCESS);
    IS(rsm_memseg_import_disconnect(import), RSM_SUCCESS);
    import = link_with(ctl, 2, SEGMENT);
    kill_other(&peer);
    IS(rsm_memseg_import_get(import, 0, &byte, 1), RSMERR_CONN_ABORTED);
    rsm_memseg_import_handle_t none;
    IS(rsm_memseg_import_connect(ctl, 2, SEGMENT, RSM_PERM_RDWR, &none), RSMERR_SEG_NOT_PUBLISHED);
    IS(rsm_memseg_import_disconnect(import), RSM_SUCCESS);
    return 0;
}
