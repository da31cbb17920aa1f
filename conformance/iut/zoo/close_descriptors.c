/* Closes the descriptors 0 to 255 in connect, whoever has them. */
#include <unistd.h>

#include "zoo.h"

void beast(enum moment moment, int code, void *output)
{
    (void)code;
    (void)output;
    for (int descriptor = 0; moment == BEFORE_CONNECT && descriptor < 256; descriptor++) {
        close(descriptor);
    }
}
