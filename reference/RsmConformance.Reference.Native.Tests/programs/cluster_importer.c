/* Imports from node 2 over the node of RSM_NODE_SOCKET and does what the test says: one line, one act, one answer. */
#include <fcntl.h>
#include <sys/stat.h>

#include "check.h"

static rsm_memseg_import_handle_t import;
static rsmapi_controller_handle_t ctl;
static char *map;

static void caught(int number)
{
    (void)number;
}

static int do_connect(unsigned perm)
{
    int code = rsm_memseg_import_connect(ctl, 2, SEGMENT, perm, &import);
    if (code == RSM_SUCCESS)
        IS(rsm_memseg_import_set_mode(import, RSM_BARRIER_MODE_EXPLICIT), RSM_SUCCESS);
    return code;
}

static int do_put(const char *text)
{
    return rsm_memseg_import_put(import, PAGE, (void *)text, strlen(text) + 1);
}

/* From here on put and get say what has become of the link. */
static int do_guard(void)
{
    static rsmapi_barrier_t barrier;
    IS(rsm_memseg_import_set_mode(import, RSM_BARRIER_MODE_IMPLICIT), RSM_SUCCESS);
    return rsm_memseg_import_init_barrier(import, RSM_BARRIER_SEGMENT, &barrier);
}

static int do_get(void)
{
    char text[64];
    int code = rsm_memseg_import_get(import, 0, text, sizeof text);
    if (code == RSM_SUCCESS)
        puts(text);
    return code;
}

static int opens_for_writing(const char *path)
{
    int opened = open(path, O_RDWR);
    if (opened >= 0)
        close(opened);
    return opened >= 0;
}

/* How many descriptors, and files behind mappings, can be opened for writing through /proc. One that can is there to prove the search. */
static int do_intrude(void)
{
    char path[128], line[512];
    int control = memfd_create("control", 0), found = -1;
    for (int descriptor = 0; descriptor < 1024; descriptor++) {
        struct stat status;
        snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
        if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode))
            found += opens_for_writing(path) || fchmod(descriptor, 0666) == 0;
    }
    FILE *maps = fopen("/proc/self/maps", "r");
    while (fgets(line, sizeof line, maps) != NULL) {
        if (strstr(line, "memfd:rsm") == NULL)
            continue;
        char *start = strtok(line, " ");
        snprintf(path, sizeof path, "/proc/self/map_files/%s", start);
        found += opens_for_writing(path);
    }
    fclose(maps);
    close(control);
    return found;
}

int main(void)
{
    char line[128];
    struct sigaction action = {.sa_handler = caught, .sa_flags = SA_RESTART};
    sigaction(SIGUSR1, &action, NULL);
    int code = rsm_get_controller("sci0", &ctl);
    puts(code == 0 ? "ready" : "no controller");
    fflush(stdout);
    while (fgets(line, sizeof line, stdin) != NULL) {
        line[strcspn(line, "\n")] = 0;
        if (strncmp(line, "connect ", 8) == 0)
            code = do_connect((unsigned)strtoul(line + 8, NULL, 8));
        else if (strncmp(line, "map ", 4) == 0)
            code = rsm_memseg_import_map(import, (void **)&map, RSM_MAP_NONE, (unsigned)strtoul(line + 4, NULL, 8), 0, 2 * PAGE);
        else if (strcmp(line, "load") == 0)
            code = map[0];
        else if (strncmp(line, "store ", 6) == 0)
            code = (map[0] = line[6]);
        else if (strncmp(line, "put ", 4) == 0)
            code = do_put(line + 4);
        else if (strcmp(line, "guard") == 0)
            code = do_guard();
        else if (strcmp(line, "get") == 0)
            code = do_get();
        else if (strcmp(line, "post") == 0)
            code = rsm_intr_signal_post(import, 0);
        else if (strcmp(line, "wait") == 0)
            code = rsm_intr_signal_wait(import, 10000);
        else if (strcmp(line, "unmap") == 0)
            code = rsm_memseg_import_unmap(import);
        else if (strcmp(line, "disconnect") == 0)
            code = rsm_memseg_import_disconnect(import);
        else if (strcmp(line, "controller") == 0)
            code = rsm_get_controller("sci0", &ctl);
        else if (strcmp(line, "intrude") == 0)
            code = do_intrude();
        else
            code = -1;
        printf("%d\n", code);
        fflush(stdout);
    }
    return 0;
}
