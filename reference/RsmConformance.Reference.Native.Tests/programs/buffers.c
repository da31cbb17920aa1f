/* An exported buffer keeps its address and content, and is private memory again afterwards. */
#include <fcntl.h>

#include "check.h"

static rsmapi_controller_handle_t loopback;
static char in_data[2 * PAGE] __attribute__((aligned(PAGE))) = "data";

static int create(void *buffer, size_t length)
{
    rsm_memseg_export_handle_t made;
    return rsm_memseg_export_create(loopback, &made, buffer, length, 0);
}

static void keeps(char *buffer, size_t count)
{
    rsm_memseg_export_handle_t export;
    int status;
    for (size_t at = 0; at < count * PAGE; at++)
        buffer[at] = (char)(at * 31 + 7);
    IS(rsm_memseg_export_create(loopback, &export, buffer, count * PAGE, 0), RSM_SUCCESS);
    for (size_t at = 0; at < count * PAGE; at++)
        CHECK(buffer[at] == (char)(at * 31 + 7));
    buffer[0] = 'e';
    IS(rsm_memseg_export_destroy(export), RSM_SUCCESS);
    CHECK(buffer[0] == 'e' && buffer[1] == (char)(31 + 7));
    pid_t child = fork();
    if (child == 0) {
        buffer[0] = 'c';
        _exit(0);
    }
    CHECK(waitpid(child, &status, 0) == child && buffer[0] == 'e');
}

int main(void)
{
    loopback = controller("loopback");
    char on_stack[2 * PAGE];
    char *aligned_stack = on_stack + PAGE - (size_t)on_stack % PAGE;
    char *heap = aligned_alloc(PAGE, 16 * PAGE);
    memset(on_stack, 1, sizeof on_stack);
    keeps(pages(3, 0), 3);
    keeps(heap, 16);
    free(heap);
    keeps(in_data, 2);

    IS(create(aligned_stack, PAGE), RSMERR_BAD_ADDR);
    char *read_only = pages(1, 0), *gap = pages(3, 0);
    CHECK(mprotect(read_only, PAGE, PROT_READ) == 0 && munmap(gap + PAGE, PAGE) == 0);
    IS(create(read_only, PAGE), RSMERR_PERM_DENIED);
    IS(create(gap, 3 * PAGE), RSMERR_BAD_ADDR);
    int file = memfd_create("file", 0);
    CHECK(ftruncate(file, PAGE) == 0);
    IS(create(mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0), PAGE), RSMERR_BAD_ADDR);

    /* Pages that the program has unmapped itself are not touched at the end. */
    char *buffer = pages(2, 'b');
    rsm_memseg_export_handle_t export = exported(loopback, buffer, 2, SEGMENT);
    CHECK(mmap(buffer, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == buffer);
    memset(buffer, 'n', PAGE);
    IS(rsm_memseg_export_destroy(export), RSM_SUCCESS);
    CHECK(buffer[0] == 'n' && buffer[PAGE] == 'b');

    /* Two exports of one buffer are one memory. */
    char *twice = pages(2, 't');
    rsm_memseg_export_handle_t one = exported(loopback, twice, 2, SEGMENT), two = exported(loopback, twice + PAGE, 1, SEGMENT + 1);
    rsm_memseg_import_handle_t import = connected(loopback, 1, SEGMENT + 1);
    IS(rsm_memseg_export_destroy(one), RSM_SUCCESS);
    IS(rsm_memseg_import_set_mode(import, RSM_BARRIER_MODE_EXPLICIT), RSM_SUCCESS);
    IS(rsm_memseg_import_put(import, 0, "put", 4), RSM_SUCCESS);
    CHECK(strcmp(twice + PAGE, "put") == 0);
    IS(rsm_memseg_export_destroy(two), RSM_SUCCESS);
    CHECK(strcmp(twice + PAGE, "put") == 0 && twice[0] == 't');
    return 0;
}
