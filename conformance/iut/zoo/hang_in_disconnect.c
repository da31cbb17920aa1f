/* Never returns from disconnect. */
#include <unistd.h>

#include "zoo.h"

void beast(enum moment moment, int code, void *output)
{
    (void)code;
    (void)output;
    while (moment == BEFORE_DISCONNECT) {
        pause();
    }
}
