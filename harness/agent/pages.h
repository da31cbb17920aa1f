/* The memory that the agent keeps in a process for its own ends. Thread-safe. Nothing is given back to the system. */
#ifndef RSM_AGENT_PAGES_H
#define RSM_AGENT_PAGES_H

#include <stddef.h>

/* Bytes of the place for an output parameter with its canaries. */
enum { SLOT_SIZE = 128 };

/* An address where nothing is ever mapped: below the lowest that a system maps by itself, and page aligned. */
#define NEVER_MAPPED ((char *)0x8000)

/* Fresh private memory, zeroed and page aligned; NULL when there is none. */
void *pages_map(size_t length);

/* Memory that can be read and not written, further than any case reaches. */
char *pages_read_only(void);

/* An address that was never a handle. It can be read, so that looking at it is no crash by itself. */
char *pages_garbage(void);

/* SLOT_SIZE bytes; they are for one output parameter at a time. */
char *slot_take(void);
void slot_give(char *slot);

/* A page that begins with these bytes and goes on with zeroes; more pages when it needs them. */
char *list_take(const void *bytes, size_t length);
void list_give(char *list, size_t length);

#endif
