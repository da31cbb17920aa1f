/* The library changes nothing of its caller's: errno, what signals do, standard descriptors. */
#include "check.h"

static void caught(int number)
{
    (void)number;
}

enum { SIGNALS = 65 };

/* The first real-time signal is the runtime's: its threads stop each other by it. */
static void all_handlers(void (**out)(int))
{
    struct sigaction action;
    for (int number = 1; number < SIGNALS; number++)
        out[number] = number != SIGRTMIN && sigaction(number, NULL, &action) == 0 ? action.sa_handler : NULL;
}

static int death_of(void (*act)(void))
{
    int status;
    pid_t child = fork();
    CHECK(child >= 0);
    if (child == 0) {
        act();
        _exit(0);
    }
    CHECK(waitpid(child, &status, 0) == child);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

static void write_nowhere(void)
{
    controller("loopback");
    *(volatile int *)8 = 1;
}

static void write_to_closed_pipe(void)
{
    int ends[2];
    controller("loopback");
    CHECK(pipe(ends) == 0 && close(ends[0]) == 0);
    CHECK(write(ends[1], "x", 1) == 1);
}

static void fault_in_get(void)
{
    rsmapi_controller_handle_t loopback = controller("loopback");
    exported(loopback, pages(1, 'x'), 1, SEGMENT);
    rsm_memseg_import_handle_t import = connected(loopback, 1, SEGMENT);
    IS(rsm_memseg_import_set_mode(import, RSM_BARRIER_MODE_EXPLICIT), RSM_SUCCESS);
    rsm_memseg_import_get(import, 0, (void *)0xdead0000, 8);
}

int main(void)
{
    void (*before[SIGNALS])(int), (*after[SIGNALS])(int);
    signal(SIGPIPE, SIG_DFL); /* whoever started us may ignore it */
    CHECK(death_of(write_nowhere) == SIGSEGV);
    CHECK(death_of(write_to_closed_pipe) == SIGPIPE);
    CHECK(death_of(fault_in_get) == SIGSEGV);

    signal(SIGUSR1, caught);
    all_handlers(before);
    close(0);
    errno = 4711;
    rsmapi_controller_handle_t loopback = controller("loopback");
    CHECK(errno == 4711);
    all_handlers(after);
    for (int number = 1; number < SIGNALS; number++)
        CHECK(before[number] == after[number]);

    rsm_memseg_import_handle_t import;
    errno = 4712;
    rsm_memseg_export_handle_t export = exported(loopback, pages(1, 0), 1, SEGMENT);
    IS(rsm_memseg_import_connect(loopback, 1, SEGMENT + 1, RSM_PERM_READ, &import), RSMERR_SEG_NOT_PUBLISHED);
    CHECK(errno == 4712);
    struct pollfd fd;
    IS(rsm_memseg_get_pollfd(export, &fd), RSM_SUCCESS);
    CHECK(fd.fd > 2);
    return 0;
}
