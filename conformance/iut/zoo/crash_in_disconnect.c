/* Stores through NULL in disconnect. */
#include <stddef.h>

#include "zoo.h"

void beast(enum moment moment, int code, void *output)
{
    (void)code;
    (void)output;
    if (moment == BEFORE_DISCONNECT) {
        *(volatile int *)NULL = 1;
    }
}
