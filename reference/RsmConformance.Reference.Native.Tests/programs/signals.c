/* Signals arrive on a descriptor that poll(2) understands; a wait ends by a signal handler, and by the end of its segment. */
#include "check.h"

static rsm_memseg_export_handle_t export;
static pthread_t waiter;

static void caught(int number)
{
    (void)number;
}

static void *wait_for_ever(void *code)
{
    *(int *)code = rsm_intr_signal_wait(export, -1);
    return NULL;
}

/* Until the other thread sleeps in the kernel: S in the third field of its status. */
static void wait_until_asleep(const char *task)
{
    char path[64], state = 0;
    do {
        snprintf(path, sizeof path, "/proc/self/task/%s/stat", task);
        FILE *file = fopen(path, "r");
        CHECK(file != NULL && fscanf(file, "%*d (%*[^)]) %c", &state) == 1);
        fclose(file);
        sched_yield();
    } while (state != 'S');
}

static void *tell_task(void *argument)
{
    void **both = argument;
    snprintf(both[0], 16, "%d", gettid());
    __atomic_store_n((int *)both[2], 1, __ATOMIC_RELEASE);
    return wait_for_ever(both[1]);
}

static int interrupted_by(void (*act)(void))
{
    char task[16] = "";
    int code = -1, ready = 0;
    void *argument[] = {task, &code, &ready};
    CHECK(pthread_create(&waiter, NULL, tell_task, argument) == 0);
    while (!__atomic_load_n(&ready, __ATOMIC_ACQUIRE))
        sched_yield();
    for (int look = 0; look < 200; look++)
        wait_until_asleep(task);
    act();
    CHECK(pthread_join(waiter, NULL) == 0);
    return code;
}

static void send_signal(void)
{
    pthread_kill(waiter, SIGUSR1);
}

static void end_segment(void)
{
    IS(rsm_memseg_export_destroy(export), RSM_SUCCESS);
}

int main(void)
{
    enum { MANY = 1000 };
    struct pollfd fd;
    int ready = 0;
    struct sigaction action = {.sa_handler = caught};
    rsmapi_controller_handle_t loopback = controller("loopback");
    export = exported(loopback, pages(1, 0), 1, SEGMENT);
    rsm_memseg_import_handle_t import = connected(loopback, 1, SEGMENT);

    IS(rsm_memseg_get_pollfd(export, &fd), RSM_SUCCESS);
    CHECK(fd.events == POLLRDNORM && poll(&fd, 1, 0) == 0);
    for (int number = 0; number < MANY; number++)
        IS(rsm_intr_signal_post(import, 0), RSM_SUCCESS);
    IS(rsm_intr_signal_post(import, RSM_SIGPOST_NO_ACCUMULATE), RSM_SUCCESS);
    for (int number = 0; number < MANY; number++) {
        CHECK(poll(&fd, 1, 0) == 1 && fd.revents == POLLRDNORM);
        IS(rsm_intr_signal_wait(export, 0), RSM_SUCCESS);
    }
    IS(rsm_intr_signal_wait(export, 0), RSMERR_TIMEOUT);
    IS(rsm_intr_signal_post(import, RSM_SIGPOST_NO_ACCUMULATE), RSM_SUCCESS);
    IS(rsm_intr_signal_post(import, RSM_SIGPOST_NO_ACCUMULATE), RSM_SUCCESS);
    IS(rsm_intr_signal_wait_pollfd(&fd, 1, 0, &ready), RSM_SUCCESS);
    CHECK(ready == 1);
    IS(rsm_intr_signal_wait_pollfd(&fd, 1, 1, &ready), RSMERR_TIMEOUT);
    IS(rsm_memseg_export_destroy(export), RSMERR_POLLFD_IN_USE);
    IS(rsm_memseg_release_pollfd(export), RSM_SUCCESS);
    IS(rsm_intr_signal_post(export, 0), RSM_SUCCESS);
    IS(rsm_intr_signal_wait(import, -1), RSM_SUCCESS);

    CHECK(sigaction(SIGUSR1, &action, NULL) == 0);
    IS(interrupted_by(send_signal), RSMERR_INTERRUPTED);
    IS(interrupted_by(end_segment), RSMERR_BAD_SEG_HNDL);
    return 0;
}
