/* RSM_DEBUG=1: why a call was refused, on standard error. */
#ifndef EXPLAIN_H
#define EXPLAIN_H

#include <stdbool.h>

/* Does nothing for a success, or unless the user has asked for it. */
void explain(const char *function, int code, bool is_child);

#endif
