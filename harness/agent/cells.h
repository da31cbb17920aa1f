/*
 * Memory where a call stores a result: poison that shows whether it was written, between two canaries that show
 * whether the call wrote beside it.
 */
#ifndef RSM_AGENT_CELLS_H
#define RSM_AGENT_CELLS_H

#include <stdint.h>

#include "pages.h"
#include "text.h"

enum cell_content {
    CELL_HANDLE,      /* a handle, or a pointer that is used like one */
    CELL_MAP_ADDRESS, /* the start of a mapping */
    CELL_SEGMENT_ID,  /* a segment id: read, and written when it held 0 */
    CELL_MODE,        /* a barrier mode */
    CELL_BARRIER,     /* a barrier; its address is its handle, so that its slot stays its own */
    CELL_STRUCTURE    /* a structure that nothing else refers to */
};

struct cell {
    const char *name;
    enum cell_content content;
    size_t size;
    char *slot;
    size_t start;
    int is_preset;
    unsigned char before[SLOT_SIZE];
};

/* Takes a slot for a result and poisons it. */
void cell_make(struct cell *cell, const char *name, enum cell_content content, size_t size, int misaligned);

/* Puts a value there instead of the poison, for parameters that are also read. */
void cell_preset(struct cell *cell, uint64_t value);

void *cell_address(const struct cell *cell);

/*
 * Looks at the cell after the call that returned this code: adds what it holds to the outputs of the event, and, after
 * a success, names it. Symbol is the segment symbol for an assigned id, or NULL. Returns the id assigned to it, or 0.
 */
uint32_t cell_look(struct cell *cell, int code, const char *symbol, struct text *outputs);

/* Gives the slot back. */
void cell_free(struct cell *cell);

#endif
