/* What the two examples agree on: the node that exports, the id, and where on the page which side writes. */
#ifndef EXAMPLE_H
#define EXAMPLE_H

#include <rsmapi.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    PAGE = 4096,
    EXPORTING_NODE = 2,
    IMPORTING_NODE = 1,
    BOARD = 0x600001,
    GREETING = 0,
    BY_MAP = 1024,
    BY_PUT = 2048,
    ROOM = 64,
    PATIENCE = 60000
};

static inline void must(int code, const char *what)
{
    if (code != RSM_SUCCESS) {
        fprintf(stderr, "%s: RSMERR %d (RSM_DEBUG=1 says why)\n", what, code);
        exit(1);
    }
}

#define MUST(call) must((call), #call)

#endif
