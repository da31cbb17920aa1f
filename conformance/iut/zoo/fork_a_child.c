/* Leaves a child of the first connect behind, with every descriptor, that never ends by itself. */
#include <unistd.h>

#include "zoo.h"

void beast(enum moment moment, int code, void *output)
{
    (void)code;
    (void)output;
    static int done;
    if (moment == BEFORE_CONNECT && !done) {
        done = 1;
        if (fork() == 0) {
            for (;;) {
                pause();
            }
        }
    }
}
