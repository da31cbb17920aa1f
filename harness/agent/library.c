#include "library.h"

#include <dlfcn.h>
#include <rsmapi.h>
#include <string.h>

struct function {
    const char *name;
    const char *parameters;
    int (*call)(void *address, const uintptr_t *v);
};

/* Every call has the type that the header gives to its function, so that the compiler checks the arguments. */
#define CALL(name, ...)                                              \
    static int call_##name(void *address, const uintptr_t *v)        \
    {                                                                \
        __typeof__(&name) function;                                  \
        memcpy(&function, &address, sizeof function);                \
        return function(__VA_ARGS__);                                \
    }
#define P(i) ((void *)v[i])
#define V(i) v[i]
#define I(i) ((int)v[i])

CALL(rsm_get_controller, P(0), P(1))
CALL(rsm_get_controller_attr, P(0), P(1))
CALL(rsm_release_controller, P(0))
CALL(rsm_get_interconnect_topology, P(0))
CALL(rsm_memseg_export_create, P(0), P(1), P(2), V(3), (uint_t)V(4))
CALL(rsm_memseg_export_destroy, P(0))
CALL(rsm_memseg_export_rebind, P(0), P(1), (offset_t)V(2), V(3))
CALL(rsm_memseg_export_publish, P(0), P(1), P(2), (uint_t)V(3))
CALL(rsm_memseg_export_unpublish, P(0))
CALL(rsm_memseg_export_republish, P(0), P(1), (uint_t)V(2))
CALL(rsm_memseg_import_connect, P(0), (rsm_node_id_t)V(1), (rsm_memseg_id_t)V(2), (rsm_permission_t)V(3), P(4))
CALL(rsm_memseg_import_disconnect, P(0))
CALL(rsm_memseg_import_map, P(0), P(1), (rsm_attribute_t)V(2), (rsm_permission_t)V(3), (off_t)V(4), V(5))
CALL(rsm_memseg_import_unmap, P(0))
CALL(rsm_memseg_import_get, P(0), (off_t)V(1), P(2), V(3))
CALL(rsm_memseg_import_put, P(0), (off_t)V(1), P(2), V(3))
CALL(rsm_memseg_import_get8, P(0), (off_t)V(1), P(2), V(3))
CALL(rsm_memseg_import_get16, P(0), (off_t)V(1), P(2), V(3))
CALL(rsm_memseg_import_get32, P(0), (off_t)V(1), P(2), V(3))
CALL(rsm_memseg_import_get64, P(0), (off_t)V(1), P(2), V(3))
CALL(rsm_memseg_import_put8, P(0), (off_t)V(1), P(2), V(3))
CALL(rsm_memseg_import_put16, P(0), (off_t)V(1), P(2), V(3))
CALL(rsm_memseg_import_put32, P(0), (off_t)V(1), P(2), V(3))
CALL(rsm_memseg_import_put64, P(0), (off_t)V(1), P(2), V(3))
CALL(rsm_memseg_import_init_barrier, P(0), (rsm_barrier_type_t)V(1), P(2))
CALL(rsm_memseg_import_open_barrier, P(0))
CALL(rsm_memseg_import_order_barrier, P(0))
CALL(rsm_memseg_import_close_barrier, P(0))
CALL(rsm_memseg_import_destroy_barrier, P(0))
CALL(rsm_memseg_import_set_mode, P(0), (rsm_barrier_mode_t)V(1))
CALL(rsm_memseg_import_get_mode, P(0), P(1))
CALL(rsm_intr_signal_post, P(0), (uint_t)V(1))
CALL(rsm_intr_signal_wait, P(0), I(1))
CALL(rsm_memseg_get_pollfd, P(0), P(1))
CALL(rsm_memseg_release_pollfd, P(0))

/* Returns nothing in C. */
static int call_rsm_free_interconnect_topology(void *address, const uintptr_t *v)
{
    __typeof__(&rsm_free_interconnect_topology) function;

    memcpy(&function, &address, sizeof function);
    function(P(0));
    return 0;
}

#define TRANSFER(name) {#name, "h:memseg o:offset a:data c:count", call_##name}
#define HANDLE_ONLY(name) {#name, "h:memseg", call_##name}
#define BARRIER_ONLY(name) {#name, "h:barrier", call_##name}

static const struct function functions[] = {
    {"rsm_get_controller", "N:name O:controller", call_rsm_get_controller},
    {"rsm_get_controller_attr", "h:controller C:attributes", call_rsm_get_controller_attr},
    {"rsm_release_controller", "e:controller", call_rsm_release_controller},
    {"rsm_get_interconnect_topology", "O:topology", call_rsm_get_interconnect_topology},
    {"rsm_free_interconnect_topology", "e:topology", call_rsm_free_interconnect_topology},
    {"rsm_memseg_export_create", "h:controller O:memseg a:vaddr x:length w:flags", call_rsm_memseg_export_create},
    {"rsm_memseg_export_destroy", "e:memseg", call_rsm_memseg_export_destroy},
    {"rsm_memseg_export_rebind", "h:memseg a:vaddr z:off x:length", call_rsm_memseg_export_rebind},
    {"rsm_memseg_export_publish", "h:memseg S:segment_id L:access_list l:access_list_length", call_rsm_memseg_export_publish},
    HANDLE_ONLY(rsm_memseg_export_unpublish),
    {"rsm_memseg_export_republish", "h:memseg L:access_list l:access_list_length", call_rsm_memseg_export_republish},
    {"rsm_memseg_import_connect", "h:controller n:node_id s:segment_id p:perm O:memseg", call_rsm_memseg_import_connect},
    {"rsm_memseg_import_disconnect", "e:memseg", call_rsm_memseg_import_disconnect},
    {"rsm_memseg_import_map", "h:memseg D:address w:attribute p:perm o:offset x:length", call_rsm_memseg_import_map},
    HANDLE_ONLY(rsm_memseg_import_unmap),
    {"rsm_memseg_import_get", "h:memseg o:offset a:data x:length", call_rsm_memseg_import_get},
    {"rsm_memseg_import_put", "h:memseg o:offset a:data x:length", call_rsm_memseg_import_put},
    TRANSFER(rsm_memseg_import_get8),
    TRANSFER(rsm_memseg_import_get16),
    TRANSFER(rsm_memseg_import_get32),
    TRANSFER(rsm_memseg_import_get64),
    TRANSFER(rsm_memseg_import_put8),
    TRANSFER(rsm_memseg_import_put16),
    TRANSFER(rsm_memseg_import_put32),
    TRANSFER(rsm_memseg_import_put64),
    {"rsm_memseg_import_init_barrier", "h:memseg w:type B:barrier", call_rsm_memseg_import_init_barrier},
    BARRIER_ONLY(rsm_memseg_import_open_barrier),
    BARRIER_ONLY(rsm_memseg_import_order_barrier),
    BARRIER_ONLY(rsm_memseg_import_close_barrier),
    {"rsm_memseg_import_destroy_barrier", "e:barrier", call_rsm_memseg_import_destroy_barrier},
    {"rsm_memseg_import_set_mode", "h:memseg w:mode", call_rsm_memseg_import_set_mode},
    {"rsm_memseg_import_get_mode", "h:memseg m:mode", call_rsm_memseg_import_get_mode},
    {"rsm_intr_signal_post", "h:memseg i:flags", call_rsm_intr_signal_post},
    {"rsm_intr_signal_wait", "h:memseg i:timeout_milliseconds", call_rsm_intr_signal_wait},
    {"rsm_memseg_get_pollfd", "h:memseg F:pollfd", call_rsm_memseg_get_pollfd},
    HANDLE_ONLY(rsm_memseg_release_pollfd),
};

/* Functions of the header that no action calls; a library that lacks them is none all the same. */
static const char *const uncalled[] = {
    "rsm_get_segmentid_range",       "rsm_memseg_import_getv",     "rsm_memseg_import_putv",
    "rsm_create_localmemory_handle", "rsm_free_localmemory_handle", "rsm_intr_signal_wait_pollfd",
};

enum { FUNCTIONS = sizeof functions / sizeof *functions, UNCALLED = sizeof uncalled / sizeof *uncalled };

static void *addresses[FUNCTIONS];
static void *loaded;

const char *library_load(const char *path)
{
    loaded = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (loaded == NULL)
        return dlerror();
    for (int i = 0; i < FUNCTIONS; i++)
        addresses[i] = dlsym(loaded, functions[i].name);
    return NULL;
}

void library_missing(struct text *names)
{
    for (int i = 0; i < FUNCTIONS; i++)
        if (addresses[i] == NULL)
            text_add(names, "%s%s", names->length > 0 ? " " : "", functions[i].name);
    for (int i = 0; i < UNCALLED; i++)
        if (dlsym(loaded, uncalled[i]) == NULL)
            text_add(names, "%s%s", names->length > 0 ? " " : "", uncalled[i]);
}

const struct function *library_function(const char *name)
{
    for (int i = 0; i < FUNCTIONS; i++)
        if (strcmp(functions[i].name, name) == 0)
            return &functions[i];
    return NULL;
}

const char *function_parameters(const struct function *function)
{
    return function->parameters;
}

int function_is_there(const struct function *function)
{
    return addresses[function - functions] != NULL;
}

int function_call(const struct function *function, const uintptr_t values[MOST_ARGUMENTS])
{
    return function->call(addresses[function - functions], values);
}
