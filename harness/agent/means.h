/* What can be done to a process under test from the inside, beside calls. All but the last are for any thread. */
#ifndef RSM_AGENT_MEANS_H
#define RSM_AGENT_MEANS_H

#include "text.h"

/* Lets the process open so many further descriptors; less than 0 lifts the limit. Returns 1, or 0 and why. */
int means_limit_descriptors(int remaining, struct text *why);

/* Counts something of the process by its word in the protocol. Returns 1 and the number, or 0 and why. */
int means_count(const char *what, long *number, struct text *why);

/* Whether a word of measure can be counted here. */
int means_can_count(const char *what);

/* The number by which the system knows the calling thread; 0 where the agent cannot use it. */
long means_thread_number(void);

#endif
