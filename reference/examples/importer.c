/* Uses the page of another node, first through a map, then by get and put. Signals say when it is the other's turn. */
#include "example.h"

#include <string.h>

int main(void)
{
    rsmapi_controller_handle_t controller;
    rsm_memseg_import_handle_t board;
    rsmapi_barrier_t barrier;
    void *map = NULL;
    char greeting[ROOM], words[] = "written by put";

    MUST(rsm_get_controller("sci0", &controller));
    MUST(rsm_memseg_import_connect(controller, EXPORTING_NODE, BOARD, RSM_PERM_RDWR, &board));
    MUST(rsm_memseg_import_map(board, &map, RSM_MAP_NONE, RSM_PERM_RDWR, 0, PAGE));
    printf("importer: by map: %s\n", (char *)map + GREETING);
    strcpy((char *)map + BY_MAP, "written through the map");
    MUST(rsm_intr_signal_post(board, 0));
    MUST(rsm_intr_signal_wait(board, PATIENCE));
    MUST(rsm_memseg_import_unmap(board));

    /* In the default mode a get or put needs a barrier, and fails if the connection broke meanwhile. */
    MUST(rsm_memseg_import_init_barrier(board, RSM_BARRIER_SEGMENT, &barrier));
    MUST(rsm_memseg_import_get(board, GREETING, greeting, sizeof greeting));
    printf("importer: by get: %s\n", greeting);
    MUST(rsm_memseg_import_put(board, BY_PUT, words, sizeof words));
    MUST(rsm_intr_signal_post(board, 0));

    MUST(rsm_memseg_import_destroy_barrier(&barrier));
    MUST(rsm_memseg_import_disconnect(board));
    MUST(rsm_release_controller(controller));
    return 0;
}
