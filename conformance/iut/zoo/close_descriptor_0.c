/* Closes standard input in connect. */
#include <unistd.h>

#include "zoo.h"

void beast(enum moment moment, int code, void *output)
{
    (void)code;
    (void)output;
    if (moment == BEFORE_CONNECT) {
        close(STDIN_FILENO);
    }
}
