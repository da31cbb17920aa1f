/* What the test programs share: a check that fails says where and ends the program with 1. */
#ifndef CHECK_H
#define CHECK_H

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <rsmapi.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define CHECK(condition) \
    ((condition) ? (void)0 : (fprintf(stderr, "%s:%d: not: %s\n", __FILE__, __LINE__, #condition), exit(1)))

#define IS(call, expected) check_code((call), (expected), #call, __FILE__, __LINE__)

enum { PAGE = 4096, SEGMENT = 0x600000 };

static inline void check_code(int code, int expected, const char *call, const char *file, int line)
{
    if (code != expected) {
        fprintf(stderr, "%s:%d: %s gave %d, not %d\n", file, line, call, code, expected);
        exit(1);
    }
}

static inline rsmapi_controller_handle_t controller(char *name)
{
    rsmapi_controller_handle_t found;
    IS(rsm_get_controller(name, &found), RSM_SUCCESS);
    return found;
}

/* A buffer that can be exported. */
static inline char *pages(size_t count, int fill)
{
    char *made = mmap(NULL, count * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    CHECK(made != MAP_FAILED);
    return memset(made, fill, count * PAGE);
}

static inline rsm_memseg_export_handle_t exported(rsmapi_controller_handle_t by, void *buffer, size_t count, rsm_memseg_id_t id)
{
    rsm_memseg_export_handle_t made;
    IS(rsm_memseg_export_create(by, &made, buffer, count * PAGE, RSM_ALLOW_REBIND), RSM_SUCCESS);
    IS(rsm_memseg_export_publish(made, &id, NULL, 0), RSM_SUCCESS);
    return made;
}

static inline rsm_memseg_import_handle_t connected(rsmapi_controller_handle_t by, rsm_node_id_t node, rsm_memseg_id_t id)
{
    rsm_memseg_import_handle_t made;
    IS(rsm_memseg_import_connect(by, node, id, RSM_PERM_RDWR, &made), RSM_SUCCESS);
    return made;
}

#endif
