/* A pointer that cannot be used is an error that the page documents, never a crash. */
#include "check.h"

int main(void)
{
    void *const bad[] = {
        (void *)1, (void *)8, (void *)0xdead0000, (void *)-8, (void *)0xffff800000000000,
        mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
        mmap(NULL, PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
    };
    rsmapi_controller_handle_t loopback = controller("loopback");
    rsm_memseg_export_handle_t export = exported(loopback, pages(1, 0), 1, SEGMENT), other;
    rsm_memseg_import_handle_t import = connected(loopback, 1, SEGMENT);
    char *edge = pages(2, 0);
    CHECK(munmap(edge + PAGE, PAGE) == 0);
    memset(edge + PAGE - 4, 'x', 4);
    IS(rsm_get_controller(edge + PAGE - 4, &loopback), RSMERR_BAD_ADDR);
    IS(rsm_get_controller("loopback", (void *)(edge + PAGE - 4)), RSMERR_BAD_ADDR);
    for (size_t at = 0; at < sizeof bad / sizeof *bad; at++) {
        IS(rsm_get_controller("loopback", bad[at]), RSMERR_BAD_ADDR);
        IS(rsm_memseg_import_connect(loopback, 1, SEGMENT, RSM_PERM_READ, bad[at]), RSMERR_BAD_ADDR);
        IS(rsm_memseg_export_create(loopback, bad[at], pages(1, 0), PAGE, 0), RSMERR_BAD_ADDR);
        IS(rsm_get_controller_attr(loopback, bad[at]), RSMERR_BAD_ADDR);
        IS(rsm_memseg_import_map(import, bad[at], RSM_MAP_NONE, RSM_PERM_READ, 0, PAGE), RSMERR_BAD_ADDR);
        IS(rsm_memseg_import_init_barrier(import, RSM_BARRIER_SEGMENT, bad[at]), RSMERR_BAD_BARRIER_PTR);
        IS(rsm_get_interconnect_topology(bad[at]), RSMERR_BAD_ADDR);
        IS(rsm_memseg_import_disconnect(bad[at]), RSMERR_BAD_SEG_HNDL);
        IS(rsm_memseg_export_destroy(bad[at]), RSMERR_BAD_SEG_HNDL);
        IS(rsm_intr_signal_wait(bad[at], 0), RSMERR_BAD_SEG_HNDL);
    }
    IS(rsm_memseg_import_connect(loopback, 1, SEGMENT, RSM_PERM_READ, NULL), RSMERR_BAD_ADDR);
    IS(rsm_memseg_export_create(loopback, &other, (void *)0x10000, PAGE, 0), RSMERR_BAD_ADDR);
    IS(rsm_memseg_import_disconnect((void *)export), RSMERR_BAD_SEG_HNDL);
    IS(rsm_memseg_import_disconnect(import), RSM_SUCCESS);
    return 0;
}
