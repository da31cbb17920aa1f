/*
 * The heap as the implementation under test sees it: its blocks are counted, and one of its allocations can be made
 * to fail. It works by this program's own malloc, which the dynamic linker prefers for every library; where that is
 * not so, heap_is_watched says so, and the means are not offered.
 */
#ifndef RSM_AGENT_HEAP_H
#define RSM_AGENT_HEAP_H

/* Whether the allocations of libraries pass here. */
int heap_is_watched(void);

/* The calling thread does the agent's own work from now on (1), or that of the implementation (0, from the start). */
void heap_own_work(int own);

/* Blocks that the implementation has allocated and not freed. */
long heap_live_blocks(void);

/* Makes the nth allocation (from 1) of the implementation on this thread fail, counting from now. */
void heap_arm(int nth);

/* Ends that: how many allocations were seen, and whether one failed. */
void heap_disarm(int *seen, int *fired);

#endif
