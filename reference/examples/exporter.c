/* Lends a page of its memory to the other node and shows what the importer writes into it. */
#include "example.h"

#include <string.h>

int main(void)
{
    rsmapi_controller_handle_t controller;
    rsm_memseg_export_handle_t board;
    rsm_memseg_id_t id = BOARD;
    rsmapi_access_entry_t readers_and_writers[] = {{IMPORTING_NODE, 0666}};
    char *page = aligned_alloc(PAGE, PAGE);
    if (page == NULL)
        return 1;
    memset(page, 0, PAGE);
    strcpy(page + GREETING, "hello from the exporter");

    MUST(rsm_get_controller("sci0", &controller));
    MUST(rsm_memseg_export_create(controller, &board, page, PAGE, 0));
    MUST(rsm_memseg_export_publish(board, &id, readers_and_writers, 1));
    puts("exporter: published");
    fflush(stdout);

    MUST(rsm_intr_signal_wait(board, PATIENCE));
    printf("exporter: by map: %s\n", page + BY_MAP);
    MUST(rsm_intr_signal_post(board, 0));
    MUST(rsm_intr_signal_wait(board, PATIENCE));
    printf("exporter: by put: %s\n", page + BY_PUT);

    MUST(rsm_memseg_export_unpublish(board));
    MUST(rsm_memseg_export_destroy(board));
    MUST(rsm_release_controller(controller));
    free(page);
    return 0;
}
