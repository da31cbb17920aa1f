/* Spins in connect. */
#include "zoo.h"

void beast(enum moment moment, int code, void *output)
{
    (void)code;
    (void)output;
    volatile int here = moment == BEFORE_CONNECT;
    while (here) {
    }
}
