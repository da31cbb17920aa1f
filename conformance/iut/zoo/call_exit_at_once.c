/* Ends the process in disconnect, at once and as if all were well. */
#include <unistd.h>

#include "zoo.h"

void beast(enum moment moment, int code, void *output)
{
    (void)code;
    (void)output;
    if (moment == BEFORE_DISCONNECT) {
        _exit(0);
    }
}
