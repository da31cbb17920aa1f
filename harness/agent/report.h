/*
 * What a process under test tells the agent: one datagram each, so that reports of several processes and threads come
 * whole and in the order in which they were made. That order is the order of the trace: an invoke is told before the
 * call begins, and its end after it is over.
 *
 * A datagram is a kind, then fields with tabs between, then a line end and, for events, members of the JSON event.
 *
 *     R  role                                             the library is loaded
 *     F  role  words                                      the library cannot be loaded
 *     B  role  symbol  id                                 publish has assigned an id
 *     I  role  thread  step  iteration  value  lwp        a step begins
 *     E  role  thread                                     the step that began last on this thread is over
 */
#ifndef RSM_AGENT_REPORT_H
#define RSM_AGENT_REPORT_H

#include "text.h"

/* The longest datagram; texts that a report could do without are cut far below it. */
enum { REPORT_LIMIT = 128 * 1024, RESOLVED_LIMIT = 32 * 1024 };

/* What a process leaves in shared memory for the agent when it cannot tell it anything any more. */
enum last_word { LAST_WORD_NONE, LAST_WORD_CHANNEL_CLOSED };

struct reporter {
    int descriptor;
    volatile int *last_word;
};

/* From now on the calling process reports here. */
void report_to(const struct reporter *reporter);

/*
 * Sends a report. When the descriptor is not the agent's any more, because the implementation has closed it, the
 * process ends, since nothing that it does could be evidence.
 */
void report(const struct text *datagram);

/* Whether a descriptor is still what it was when report_to was called. */
int report_owns(int descriptor);

#endif
