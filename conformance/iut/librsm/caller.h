/* The caller's memory, which may be no memory at all: what cannot be read or written is said so, and not died of. */
#ifndef CALLER_H
#define CALLER_H

#include <stddef.h>

/* 1 when all bytes were moved, 0 when some are not there or may not be written. */
int caller_read(const void *address, void *into, size_t length);
int caller_write(void *address, const void *from, size_t length);

/* Whether every page of the range can be read and written. */
int caller_may_read(const void *address, size_t length);
int caller_may_write(void *address, size_t length);

size_t page_size(void);

#endif
