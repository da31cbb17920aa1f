#define _GNU_SOURCE
#include "guard.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "core.h"

enum { IDLE, STARTING, STARTED };

/* One page that the kernel clears in every child: 1 says that this is the process that started the library. */
static atomic_int *here;
static atomic_int state = IDLE;

__attribute__((constructor)) static void make_page(void)
{
    size_t size = (size_t)sysconf(_SC_PAGESIZE);
    void *page = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED || madvise(page, size, MADV_WIPEONFORK) != 0) {
        perror("librsm");
        abort();
    }
    here = page;
}

/* The runtime's own threads must not catch what is meant for the caller's, or a wait would not be interrupted. */
static void block_signals(sigset_t *before)
{
    sigset_t all;
    const int own[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGRTMIN};
    sigfillset(&all);
    for (size_t at = 0; at < sizeof own / sizeof *own; at++)
        sigdelset(&all, own[at]);
    pthread_sigmask(SIG_SETMASK, &all, before);
}

/* The runtime takes some signals (SIGPIPE among them) for itself when it starts; a library has no right to. */
static void start(void)
{
    struct sigaction before[_NSIG];
    sigset_t mask;
    for (int number = 1; number < SIGRTMIN; number++)
        sigaction(number, NULL, &before[number]);
    block_signals(&mask);
    core_start();
    for (int number = 1; number < SIGRTMIN; number++) {
        struct sigaction after;
        if (sigaction(number, NULL, &after) == 0 && after.sa_handler != before[number].sa_handler)
            sigaction(number, &before[number], NULL);
    }
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
}

bool guard_enter(void)
{
    int now = atomic_load(&state);
    if (now == STARTED && atomic_load(here) == 1)
        return true;
    if (now != IDLE && atomic_load(here) == 0)
        return false;
    int idle = IDLE;
    if (atomic_load(&state) == IDLE) {
        atomic_store(here, 1);
        if (atomic_compare_exchange_strong(&state, &idle, STARTING)) {
            start();
            atomic_store(&state, STARTED);
            return true;
        }
    }
    while (atomic_load(&state) != STARTED)
        usleep(100);
    return true;
}
