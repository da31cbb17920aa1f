/* Loads and stores that may fault. */
#ifndef RSM_AGENT_ACCESS_H
#define RSM_AGENT_ACCESS_H

#include <stddef.h>

/* Copies by ordinary loads and stores. Returns 1, or 0 when one of them faulted. */
int access_copy(void *target, const void *source, size_t length);

#endif
