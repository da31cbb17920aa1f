/* Ends the process in connect, in the orderly way and as if all were well. */
#include <stdlib.h>

#include "zoo.h"

void beast(enum moment moment, int code, void *output)
{
    (void)code;
    (void)output;
    if (moment == BEFORE_CONNECT) {
        exit(0);
    }
}
