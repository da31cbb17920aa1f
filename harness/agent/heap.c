#if !defined(_GNU_SOURCE) && !defined(__sun)
#define _GNU_SOURCE /* for RTLD_NEXT */
#endif
#include "heap.h"

#include <dlfcn.h>
#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || __has_feature(thread_sanitizer)
#define HEAP_IS_TAKEN
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define HEAP_IS_TAKEN /* the sanitizer has put its own malloc there */
#endif

static __thread int own_work;
static __thread int armed;
static __thread int allocations_seen;
static __thread int allocation_fired;
static long live_blocks;

void heap_own_work(int own)
{
    own_work = own;
}

long heap_live_blocks(void)
{
    return __atomic_load_n(&live_blocks, __ATOMIC_RELAXED);
}

void heap_arm(int nth)
{
    armed = nth;
    allocations_seen = 0;
    allocation_fired = 0;
}

void heap_disarm(int *seen, int *fired)
{
    armed = 0;
    *seen = allocations_seen;
    *fired = allocation_fired;
}

#ifdef HEAP_IS_TAKEN

int heap_is_watched(void)
{
    return 0;
}

#else

#define EXPORTED __attribute__((visibility("default")))

int heap_is_watched(void)
{
    return 1;
}

/* What dlsym itself allocates while the functions below are looked up. It is never given back. */
static union {
    char bytes[16384];
    long double aligned;
} first_blocks;
static size_t first_used;

static void *(*next_malloc)(size_t);
static void *(*next_calloc)(size_t, size_t);
static void *(*next_realloc)(void *, size_t);
static void (*next_free)(void *);
static int (*next_posix_memalign)(void **, size_t, size_t);
static void *(*next_aligned_alloc)(size_t, size_t);
static void *(*next_memalign)(size_t, size_t);
static int looking_up;

static void look_up(void *function, const char *name)
{
    void *found = dlsym(RTLD_NEXT, name);

    memcpy(function, &found, sizeof found);
}

static int is_ready(void)
{
    if (next_free != NULL)
        return 1;
    if (looking_up)
        return 0;
    looking_up = 1;
    look_up(&next_malloc, "malloc");
    look_up(&next_calloc, "calloc");
    look_up(&next_realloc, "realloc");
    look_up(&next_posix_memalign, "posix_memalign");
    look_up(&next_aligned_alloc, "aligned_alloc");
    look_up(&next_memalign, "memalign");
    look_up(&next_free, "free");
    looking_up = 0;
    return next_free != NULL;
}

static void *first_block(size_t size)
{
    void *block;

    size = (size + 15) / 16 * 16;
    if (first_used + size > sizeof first_blocks.bytes)
        return NULL;
    block = first_blocks.bytes + first_used;
    first_used += size;
    return block;
}

static int is_first_block(const void *block)
{
    uintptr_t at = (uintptr_t)block;
    uintptr_t start = (uintptr_t)first_blocks.bytes;

    return at >= start && at < start + sizeof first_blocks.bytes;
}

static int must_fail(void)
{
    if (own_work || armed == 0)
        return 0;
    allocations_seen++;
    if (allocations_seen != armed)
        return 0;
    allocation_fired = 1;
    errno = ENOMEM;
    return 1;
}

static void *counted(void *block)
{
    if (block != NULL && !own_work)
        __atomic_add_fetch(&live_blocks, 1, __ATOMIC_RELAXED);
    return block;
}

EXPORTED void *malloc(size_t size)
{
    if (!is_ready())
        return first_block(size);
    return must_fail() ? NULL : counted(next_malloc(size));
}

EXPORTED void *calloc(size_t count, size_t size)
{
    if (!is_ready())
        return first_block(count * size);
    return must_fail() ? NULL : counted(next_calloc(count, size));
}

EXPORTED void free(void *block)
{
    if (block == NULL || is_first_block(block) || !is_ready())
        return;
    if (!own_work)
        __atomic_sub_fetch(&live_blocks, 1, __ATOMIC_RELAXED);
    next_free(block);
}

EXPORTED void *realloc(void *block, size_t size)
{
    void *moved;

    if (block == NULL)
        return malloc(size);
    if (!is_ready() || is_first_block(block)) {
        /* How large it was is not known; what follows it in the array is at least readable. */
        size_t most = (size_t)(first_blocks.bytes + sizeof first_blocks.bytes - (char *)block);

        moved = malloc(size);
        return moved == NULL ? NULL : memcpy(moved, block, size < most ? size : most);
    }
    if (must_fail())
        return NULL;
    moved = next_realloc(block, size);
    if (moved == NULL && size == 0 && !own_work)
        __atomic_sub_fetch(&live_blocks, 1, __ATOMIC_RELAXED);
    return moved;
}

EXPORTED int posix_memalign(void **block, size_t alignment, size_t size)
{
    int failure;

    if (!is_ready() || must_fail())
        return ENOMEM;
    failure = next_posix_memalign(block, alignment, size);
    if (failure == 0)
        counted(*block);
    return failure;
}

EXPORTED void *aligned_alloc(size_t alignment, size_t size)
{
    return !is_ready() || must_fail() ? NULL : counted(next_aligned_alloc(alignment, size));
}

EXPORTED void *memalign(size_t alignment, size_t size);

EXPORTED void *memalign(size_t alignment, size_t size)
{
    return !is_ready() || must_fail() ? NULL : counted(next_memalign(alignment, size));
}

#endif
