/*
 * Gives the symbols of one call their values, one argument after the other, and writes down what it gave. The first
 * symbol without a value makes the call impossible: refusal says why.
 */
#ifndef RSM_AGENT_ARGUMENTS_H
#define RSM_AGENT_ARGUMENTS_H

#include <jansson.h>
#include <stdint.h>

#include "cells.h"
#include "scene.h"
#include "turn.h"

enum { MOST_ARGUMENTS = 6, MOST_CELLS = 2 };

struct arguments {
    const struct scene *scene;
    const char *node; /* symbol of the node that the caller runs on */
    const struct turn *turn;
    const json_t *from; /* the call or action that the arguments are members of */

    uintptr_t values[MOST_ARGUMENTS];
    int count;
    struct text resolved;
    struct text refusal; /* empty when there is none */
    struct cell cells[MOST_CELLS];
    int cell_count;
    char *list;
    size_t list_length;
    const char *ends_with_success; /* the handle that has ended when the call succeeds, or NULL */
    const char *assigned_segment;  /* the symbol for the id that publish assigns, or NULL */
};

/*
 * Evaluates parameters, written kind:key with spaces between, in their order. The kinds:
 * N controller name, h handle, e handle that a success ends, n node, s segment id, S its address, p permission,
 * L access list, l its length, a address, x length, o offset, c count, w word for a number, i number, z zero,
 * O address for a handle, D for a map address, B for a barrier, m for a mode, C for attributes, F for a pollfd.
 */
void arguments_read(struct arguments *arguments, const char *parameters);

/* One address or extent of an action; refusals as above. */
char *argument_address(struct arguments *arguments, const char *key);
int64_t argument_extent(struct arguments *arguments, const char *key);

/* Gives the memory of the arguments back. */
void arguments_free(struct arguments *arguments);

#endif
