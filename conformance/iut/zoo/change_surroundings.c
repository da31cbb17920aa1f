/* Changes umask and working directory of the process in connect. */
#include <sys/stat.h>
#include <unistd.h>

#include "zoo.h"

void beast(enum moment moment, int code, void *output)
{
    (void)code;
    (void)output;
    if (moment == BEFORE_CONNECT) {
        umask(0777);
        if (chdir("/") != 0) {
            _exit(1);
        }
    }
}
