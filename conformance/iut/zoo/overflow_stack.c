/* Uses up the stack in connect. */
#include "zoo.h"

static int deeper(volatile char *above)
{
    volatile char frame[4096];
    frame[0] = *above;
    return deeper(frame) + frame[0];
}

void beast(enum moment moment, int code, void *output)
{
    (void)code;
    (void)output;
    if (moment == BEFORE_CONNECT) {
        volatile char start = 1;
        deeper(&start);
    }
}
