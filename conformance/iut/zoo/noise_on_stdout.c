/* Talks on standard output, half a line of what could be a message and lines that are none. */
#include <stdio.h>

#include "zoo.h"

void beast(enum moment moment, int code, void *output)
{
    (void)moment;
    (void)code;
    (void)output;
    puts("librsm: a call");
    puts("{\"type\":\"closed\"}");
    printf("{\"type\":\"event\",");
    fflush(stdout);
}
