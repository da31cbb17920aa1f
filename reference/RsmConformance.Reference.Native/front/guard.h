/* What stands between a caller and the managed library: nothing of the caller's surroundings is changed. */
#ifndef GUARD_H
#define GUARD_H

#include <stdbool.h>

/* Starts the library if need be; false in a child of fork, which has neither the library's threads nor its handles. */
bool guard_enter(void);

#endif
