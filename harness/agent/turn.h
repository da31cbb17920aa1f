/*
 * Which time a step is done, and with which values of sweeps. Loops in loops count through, so that no two times of a
 * step have the same number; the values of sweeps in sweeps are joined with commas, the outer first.
 */
#ifndef RSM_AGENT_TURN_H
#define RSM_AGENT_TURN_H

#include <string.h>

struct turn {
    const struct turn *outer;
    long iteration;
    const char *value;    /* NULL outside of sweeps */
    const char *variable; /* what this turn binds, or NULL */
    const char *binding;
};

/* What a variable stands for; NULL outside of its sweep. */
static inline const char *turn_binding(const struct turn *turn, const char *variable)
{
    for (; turn != NULL; turn = turn->outer)
        if (turn->variable != NULL && strcmp(turn->variable, variable) == 0)
            return turn->binding;
    return NULL;
}

#endif
