/* Leaves a descriptor open whenever a connect fails. */
#include <fcntl.h>

#include "zoo.h"

void beast(enum moment moment, int code, void *output)
{
    (void)output;
    if (moment == AFTER_CONNECT && code != 0) {
        open("/dev/null", O_RDONLY);
    }
}
