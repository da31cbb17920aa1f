/* The events of a step in the words of the protocol. */
#ifndef RSM_AGENT_EVENT_H
#define RSM_AGENT_EVENT_H

#include "scene.h"
#include "text.h"
#include "turn.h"

/* Where, and for the how manieth time, a step is done. */
struct place {
    const struct scene *scene;
    const char *step;
    const char *role;   /* "" for the test bed */
    const char *node;   /* "" for the test bed */
    const char *thread;
    long iteration;
    const char *value; /* NULL outside of sweeps */
};

/* How a step ended. Zero means that a member is not there. */
struct end {
    const char *kind; /* return, done, faulted, not-run, exited, killed */
    int has_code;
    int code;
    struct text outputs;
    struct text data;
    struct text why;
    int has_measured;
    long measured;
    int has_allocation;
    int allocations_seen;
    int allocation_fired;
};

/* Adds the members of an event, all but seq, without braces. */
void event_invoke(struct text *to, const struct place *place, const char *resolved);
void event_end(struct text *to, const struct place *place, const struct end *end);

void end_free(struct end *end);

#endif
