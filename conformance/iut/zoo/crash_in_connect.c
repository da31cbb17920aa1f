/* Stores through NULL in connect. */
#include <stddef.h>

#include "zoo.h"

void beast(enum moment moment, int code, void *output)
{
    (void)code;
    (void)output;
    if (moment == BEFORE_CONNECT) {
        *(volatile int *)NULL = 1;
    }
}
