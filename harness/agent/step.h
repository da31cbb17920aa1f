/* Does the steps of a process under test, one after the other, on the thread that calls. */
#ifndef RSM_AGENT_STEP_H
#define RSM_AGENT_STEP_H

#include <jansson.h>
#include <pthread.h>

#include "scene.h"
#include "turn.h"

/* A named thread of a process. */
struct worker {
    struct worker *next;
    const struct scene *scene;
    const char *role;
    const char *node;
    char *name;
    pthread_t thread;
    long number;
    int fail_allocation; /* which allocation of the next call is to fail; 0 for none */

    pthread_mutex_t lock;
    pthread_cond_t arrived;
    struct batch *first; /* steps that came and were not begun; guarded by the lock */
    struct batch *last;
    const char *interruptible; /* the step under way; guarded by the lock */
};

/* Does a step of the script: says that it begins, does it, says how it ended. */
void step_do(struct worker *worker, const json_t *step, const struct turn *turn);

#endif
