/*
 * A process under test. It was forked before the library was loaded, and does what the agent writes to it, a JSON
 * object a line: {"steps":[...]} for a thread, {"bind":symbol,"id":n}, {"interrupt":step,"thread":name}.
 */
#ifndef RSM_AGENT_SUBJECT_H
#define RSM_AGENT_SUBJECT_H

#include <sys/types.h>

#include "report.h"
#include "scene.h"

struct subject {
    const struct scene *scene;
    const char *role;
    const char *library;
    struct reporter reporter;
    int orders;   /* the descriptor that the agent's lines come on */
    pid_t agent;
    int is_traced; /* whether to wait for a debugger before the library is loaded */
};

/* Never comes back. */
void subject_live(const struct subject *subject) __attribute__((noreturn));

#endif
