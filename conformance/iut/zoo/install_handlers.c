/* Takes every signal for itself in connect, and does nothing about it. */
#include <signal.h>

#include "zoo.h"

static void ignore(int number)
{
    (void)number;
}

void beast(enum moment moment, int code, void *output)
{
    (void)code;
    (void)output;
    for (int number = 1; moment == BEFORE_CONNECT && number < 32; number++) {
        signal(number, ignore);
    }
}
