/* Handles that are none, cycles that must not grow, threads at once, a child of fork; all in one process. */
#include <dirent.h>
#include <pthread.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"

enum { CYCLES = 300, THREADS = 4 };

static rsmapi_controller_handle_t ctl;

static int entries(const char *path)
{
    int count = 0;
    DIR *directory = opendir(path);
    CHECK(directory != NULL);
    while (readdir(directory) != NULL) {
        count++;
    }
    closedir(directory);
    return count;
}

static void refuses_what_is_no_handle(rsm_memseg_export_handle_t export)
{
    rsm_memseg_import_handle_t import = link_with(ctl, 1, SEGMENT);
    IS(rsm_memseg_import_disconnect(import), RSM_SUCCESS);
    rsm_memseg_import_handle_t again = link_with(ctl, 1, SEGMENT);
    IS(rsm_memseg_import_disconnect(import), RSMERR_BAD_SEG_HNDL);
    IS(rsm_memseg_import_disconnect((rsm_memseg_import_handle_t)(void *)export), RSMERR_BAD_SEG_HNDL);
    IS(rsm_memseg_import_disconnect((rsm_memseg_import_handle_t)(void *)ctl), RSMERR_BAD_SEG_HNDL);
    IS(rsm_memseg_import_disconnect((rsm_memseg_import_handle_t)0xdeadbeef), RSMERR_BAD_SEG_HNDL);
    IS(rsm_memseg_import_disconnect(NULL), RSMERR_BAD_SEG_HNDL);
    IS(rsm_memseg_import_disconnect(again), RSM_SUCCESS);
}

static void *cycle(void *unused)
{
    char byte;
    for (int at = 0; at < CYCLES; at++) {
        rsm_memseg_import_handle_t import = link_with(ctl, 1, SEGMENT);
        IS(rsm_memseg_import_get(import, 0, &byte, 1), RSM_SUCCESS);
        IS(rsm_memseg_import_disconnect(import), RSM_SUCCESS);
        IS(rsm_memseg_import_connect(ctl, 1, SEGMENT + 7, RSM_PERM_READ, &import), RSMERR_SEG_NOT_PUBLISHED);
        IS(rsm_memseg_import_connect(ctl, 1, SEGMENT, 0700, &import), RSMERR_PERM_DENIED);
    }
    return unused;
}

static void child_has_no_part(rsm_memseg_export_handle_t export)
{
    rsm_memseg_import_handle_t import = link_with(ctl, 1, SEGMENT);
    pid_t child = fork();
    if (child == 0) {
        IS(rsm_memseg_export_unpublish(export), RSMERR_NOT_CREATOR);
        IS(rsm_memseg_import_disconnect(import), RSMERR_BAD_SEG_HNDL);
        IS(rsm_memseg_import_disconnect(link_with(ctl, 1, SEGMENT)), RSM_SUCCESS);
        _exit(0);
    }
    int status;
    CHECK(waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0);
    IS(rsm_memseg_import_disconnect(import), RSM_SUCCESS);
}

int main(void)
{
    pthread_t threads[THREADS];
    ctl = controller("sci0");
    rsm_memseg_export_handle_t export = publish(ctl, pages('a'), SEGMENT);
    refuses_what_is_no_handle(export);
    int descriptors = entries("/proc/self/fd");
    for (int at = 0; at < THREADS; at++) {
        CHECK(pthread_create(&threads[at], NULL, cycle, NULL) == 0);
    }
    for (int at = 0; at < THREADS; at++) {
        CHECK(pthread_join(threads[at], NULL) == 0);
    }
    CHECK(entries("/proc/self/fd") == descriptors);
    child_has_no_part(export);
    IS(rsm_memseg_import_connect(ctl, 1, SEGMENT, RSM_PERM_READ, NULL), RSMERR_BAD_SEG_HNDL);
    IS(rsm_memseg_import_connect(ctl, 1, SEGMENT, RSM_PERM_READ, (rsm_memseg_import_handle_t *)8), RSMERR_BAD_SEG_HNDL);
    IS(rsm_memseg_import_connect(NULL, 1, SEGMENT, RSM_PERM_READ, NULL), RSMERR_BAD_SEG_HNDL);
    IS(rsm_memseg_export_destroy(export), RSM_SUCCESS);
    IS(rsm_release_controller(ctl), RSM_SUCCESS);
    return 0;
}
