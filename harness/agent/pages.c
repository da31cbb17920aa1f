#include "pages.h"

#include <pthread.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "pattern.h"
#include "text.h"

enum { READ_ONLY_PAGES = 16, JUNK_OFFSET = 0x5A8, JUNK_SEED = 0xBAD };

struct free_memory {
    struct free_memory *next;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct free_memory *free_slots;
static struct free_memory *free_lists;
static char *read_only;
static char *garbage;

static size_t page_size(void)
{
    return (size_t)sysconf(_SC_PAGESIZE);
}

void *pages_map(size_t length)
{
    void *memory = mmap(NULL, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    return memory == MAP_FAILED ? NULL : memory;
}

static char *need_pages(size_t length)
{
    char *memory = pages_map(length);

    if (memory == NULL)
        give_up("no memory of %zu bytes", length);
    return memory;
}

char *pages_read_only(void)
{
    pthread_mutex_lock(&lock);
    if (read_only == NULL) {
        size_t length = READ_ONLY_PAGES * page_size();

        read_only = need_pages(length);
        if (mprotect(read_only, length, PROT_READ) != 0)
            give_up("memory cannot be made read-only");
    }
    pthread_mutex_unlock(&lock);
    return read_only;
}

char *pages_garbage(void)
{
    pthread_mutex_lock(&lock);
    if (garbage == NULL) {
        char *page = need_pages(page_size());

        pattern_fill(page, page_size(), JUNK_SEED);
        garbage = page + JUNK_OFFSET;
    }
    pthread_mutex_unlock(&lock);
    return garbage;
}

static void push(struct free_memory **list, char *memory)
{
    struct free_memory *item = (struct free_memory *)(void *)memory;

    item->next = *list;
    *list = item;
}

static char *pop(struct free_memory **list)
{
    struct free_memory *item = *list;

    if (item != NULL)
        *list = item->next;
    return (char *)item;
}

char *slot_take(void)
{
    char *slot;

    pthread_mutex_lock(&lock);
    if (free_slots == NULL) {
        char *page = need_pages(page_size());

        for (size_t at = page_size(); at >= SLOT_SIZE; at -= SLOT_SIZE)
            push(&free_slots, page + at - SLOT_SIZE);
    }
    slot = pop(&free_slots);
    pthread_mutex_unlock(&lock);
    return slot;
}

void slot_give(char *slot)
{
    pthread_mutex_lock(&lock);
    push(&free_slots, slot);
    pthread_mutex_unlock(&lock);
}

char *list_take(const void *bytes, size_t length)
{
    char *list = NULL;

    if (length <= page_size()) {
        pthread_mutex_lock(&lock);
        list = pop(&free_lists);
        pthread_mutex_unlock(&lock);
    }
    if (list == NULL)
        list = need_pages(length > page_size() ? length : page_size());
    memset(list, 0, page_size());
    memcpy(list, bytes, length);
    return list;
}

void list_give(char *list, size_t length)
{
    if (length > page_size()) {
        munmap(list, length);
        return;
    }
    pthread_mutex_lock(&lock);
    push(&free_lists, list);
    pthread_mutex_unlock(&lock);
}
