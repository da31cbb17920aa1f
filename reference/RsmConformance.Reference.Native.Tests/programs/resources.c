/* What the library takes is real, is given back, and its absence is an error. */
#include <dirent.h>
#include <malloc.h>
#include <sys/resource.h>

#include "check.h"

static rsmapi_controller_handle_t loopback;

static int open_descriptors(void)
{
    int count = 0;
    DIR *folder = opendir("/proc/self/fd");
    CHECK(folder != NULL);
    while (readdir(folder) != NULL)
        count++;
    closedir(folder);
    return count;
}

static void cycle(void)
{
    char *map = NULL;
    rsmapi_barrier_t barrier;
    rsm_topology_t *topology;
    char *buffer = pages(1, 0);
    rsm_memseg_export_handle_t export = exported(loopback, buffer, 1, SEGMENT);
    rsm_memseg_import_handle_t import = connected(loopback, 1, SEGMENT), refused;
    IS(rsm_memseg_import_init_barrier(import, RSM_BARRIER_SEGMENT, &barrier), RSM_SUCCESS);
    IS(rsm_memseg_import_put(import, 0, "x", 1), RSM_SUCCESS);
    IS(rsm_memseg_import_map(import, (void **)&map, RSM_MAP_NONE, RSM_PERM_RDWR, 0, PAGE), RSM_SUCCESS);
    IS(rsm_memseg_import_connect(loopback, 1, SEGMENT + 1, RSM_PERM_READ, &refused), RSMERR_SEG_NOT_PUBLISHED);
    IS(rsm_memseg_import_unmap(import), RSM_SUCCESS);
    IS(rsm_memseg_import_disconnect(import), RSM_SUCCESS);
    IS(rsm_memseg_export_destroy(export), RSM_SUCCESS);
    IS(rsm_get_interconnect_topology(&topology), RSM_SUCCESS);
    rsm_free_interconnect_topology(topology);
    CHECK(munmap(buffer, PAGE) == 0);
}

static void no_descriptors(void)
{
    struct rlimit all, few;
    rsm_memseg_import_handle_t import, none;
    exported(loopback, pages(1, 0), 1, SEGMENT);
    CHECK(getrlimit(RLIMIT_NOFILE, &all) == 0);
    few = all;
    few.rlim_cur = 3;
    CHECK(setrlimit(RLIMIT_NOFILE, &few) == 0);
    IS(rsm_memseg_import_connect(loopback, 1, SEGMENT, RSM_PERM_READ, &none), RSMERR_INSUFFICIENT_RESOURCES);
    CHECK(setrlimit(RLIMIT_NOFILE, &all) == 0);
    IS(rsm_memseg_import_connect(loopback, 1, SEGMENT, RSM_PERM_READ, &import), RSM_SUCCESS);
}

int main(void)
{
    enum { WARM_UP = 50, CYCLES = 500, BLOCKS = 40 };
    loopback = controller("loopback");
    for (int number = 0; number < WARM_UP; number++)
        cycle();
    int descriptors = open_descriptors();
    size_t heap = mallinfo2().uordblks;
    for (int number = 0; number < CYCLES; number++)
        cycle();
    CHECK(open_descriptors() == descriptors);
    CHECK(mallinfo2().uordblks < heap + CYCLES * BLOCKS);
    no_descriptors();
    return 0;
}
