/*
 * The life of a process, as a word of memory that others can look at without asking anybody. The word is a robust mutex that one
 * thread holds for as long as the process uses its node: the kernel marks it before anybody can learn of the process's end
 * otherwise, however it ends. glibc keeps the word that the kernel marks at the start of a mutex.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <linux/futex.h>
#include <pthread.h>
#include <sys/mman.h>

/* Begins to live in shared pages; called on the thread whose end is the end. */
long system_begin_life(int pages)
{
    pthread_mutexattr_t kind;
    pthread_mutex_t *life = mmap(NULL, sizeof *life, PROT_READ | PROT_WRITE, MAP_SHARED, pages, 0);
    if (life == MAP_FAILED)
        return -errno;
    pthread_mutexattr_init(&kind);
    pthread_mutexattr_setpshared(&kind, PTHREAD_PROCESS_SHARED);
    pthread_mutexattr_setrobust(&kind, PTHREAD_MUTEX_ROBUST);
    int code = pthread_mutex_init(life, &kind);
    return -(code != 0 ? code : pthread_mutex_lock(life));
}

/* The address to look at, which stays valid when the process has ended. */
long system_watch_life(int pages)
{
    void *life = mmap(NULL, sizeof(pthread_mutex_t), PROT_READ, MAP_SHARED, pages, 0);
    return life == MAP_FAILED ? -errno : (long)life;
}

int system_is_over(const int *life)
{
    return (__atomic_load_n(life, __ATOMIC_ACQUIRE) & FUTEX_OWNER_DIED) != 0;
}

void system_forget_life(void *life)
{
    munmap(life, sizeof(pthread_mutex_t));
}
