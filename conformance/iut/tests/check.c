#include "check.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

const struct other starter = {0, 3, 4};

void check(int holds, const char *what, const char *file, int line)
{
    if (!holds) {
        fprintf(stderr, "%s:%d: not so: %s\n", file, line, what);
        exit(1);
    }
}

void check_code(int seen, int expected, const char *what, const char *file, int line)
{
    if (seen != expected) {
        fprintf(stderr, "%s:%d: %s gave %d, not %d\n", file, line, what, seen, expected);
        exit(1);
    }
}

struct other start(void (*body)(void), const char *node)
{
    int down[2], up[2];
    CHECK(pipe(down) == 0 && pipe(up) == 0);
    pid_t child = fork();
    CHECK(child >= 0);
    if (child == 0) {
        int in = dup(down[0]), out = dup(up[1]);
        dup2(out, starter.to);
        dup2(in, starter.from);
        for (int descriptor = 5; descriptor < 64; descriptor++) {
            close(descriptor);
        }
        setenv("RSM_IUT_NODE", node, 1);
        body();
        exit(0);
    }
    close(down[0]);
    close(up[1]);
    return (struct other){child, down[1], up[0]};
}

void say(const struct other *other)
{
    CHECK(write(other->to, ".", 1) == 1);
}

void hear(const struct other *other)
{
    char turn;
    CHECK(read(other->from, &turn, 1) == 1);
}

void finish(const struct other *other)
{
    int status;
    CHECK(waitpid(other->pid, &status, 0) == other->pid);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    close(other->to);
    close(other->from);
}

void kill_other(const struct other *other)
{
    int status;
    CHECK(kill(other->pid, SIGKILL) == 0);
    CHECK(waitpid(other->pid, &status, 0) == other->pid && WIFSIGNALED(status));
    close(other->to);
    close(other->from);
}

size_t size_of_pages(void)
{
    return PAGES * (size_t)sysconf(_SC_PAGESIZE);
}

char *pages(char fill)
{
    char *memory = mmap(NULL, size_of_pages(), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    CHECK(memory != MAP_FAILED);
    return memset(memory, fill, size_of_pages());
}

rsmapi_controller_handle_t controller(const char *name)
{
    char copy[32];
    rsmapi_controller_handle_t found;
    IS(rsm_get_controller(strcpy(copy, name), &found), RSM_SUCCESS);
    return found;
}

rsm_memseg_export_handle_t publish(rsmapi_controller_handle_t ctl, char *memory, rsm_memseg_id_t id)
{
    rsm_memseg_export_handle_t export;
    IS(rsm_memseg_export_create(ctl, &export, memory, size_of_pages(), RSM_ALLOW_REBIND), RSM_SUCCESS);
    IS(rsm_memseg_export_publish(export, &id, NULL, 0), RSM_SUCCESS);
    return export;
}

rsm_memseg_import_handle_t link_with(rsmapi_controller_handle_t ctl, rsm_node_id_t node, rsm_memseg_id_t id)
{
    rsm_memseg_import_handle_t import;
    IS(rsm_memseg_import_connect(ctl, node, id, RSM_PERM_RDWR, &import), RSM_SUCCESS);
    return import;
}
