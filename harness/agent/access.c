#include "access.h"

#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>

/*
 * The handlers are there only while an access is being made, and those of the implementation are put back after it,
 * so that what it does to them shows.
 */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int accesses;
static struct sigaction before_segv;
static struct sigaction before_bus;
static __thread sigjmp_buf *landing;

static void restore(void)
{
    sigaction(SIGSEGV, &before_segv, NULL);
    sigaction(SIGBUS, &before_bus, NULL);
}

static void caught(int signal)
{
    (void)signal;
    if (landing != NULL)
        siglongjmp(*landing, 1);
    /* Another thread faults, in a call: it faults again, and meets what was there before us. */
    restore();
}

static void begin(void)
{
    struct sigaction ours;

    memset(&ours, 0, sizeof ours);
    ours.sa_handler = caught;
    sigemptyset(&ours.sa_mask);
    pthread_mutex_lock(&lock);
    if (accesses++ == 0) {
        sigaction(SIGSEGV, &ours, &before_segv);
        sigaction(SIGBUS, &ours, &before_bus);
    }
    pthread_mutex_unlock(&lock);
}

static void end(void)
{
    pthread_mutex_lock(&lock);
    if (--accesses == 0)
        restore();
    pthread_mutex_unlock(&lock);
}

/* Not memcpy: a sanitizer would look at addresses that are bad on purpose. */
#if defined(__clang__) || defined(__GNUC__)
__attribute__((no_sanitize("address"), no_sanitize("undefined"), noinline))
#endif
static void copy(volatile uint8_t *target, const volatile uint8_t *source, size_t length)
{
    size_t i = 0;

    if (((uintptr_t)target | (uintptr_t)source) % sizeof(uint64_t) == 0)
        for (; i + sizeof(uint64_t) <= length; i += sizeof(uint64_t))
            *(volatile uint64_t *)(uintptr_t)(target + i) = *(const volatile uint64_t *)(uintptr_t)(source + i);
    for (; i < length; i++)
        target[i] = source[i];
}

int access_copy(void *target, const void *source, size_t length)
{
    sigjmp_buf here;
    volatile int good = 0;

    begin();
    if (sigsetjmp(here, 1) == 0) {
        landing = &here;
        copy(target, source, length);
        good = 1;
    }
    landing = NULL;
    end();
    return good;
}
