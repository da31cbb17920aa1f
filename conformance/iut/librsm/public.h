/* Every public function has a second name with an underscore before it. */
#ifndef PUBLIC_H
#define PUBLIC_H

#define PUBLIC(name) extern __typeof__(name) _##name __attribute__((alias(#name)))

/* Where a beast of the zoo (../zoo) may strike; nothing in the library itself. */
#ifdef RSM_ZOO
#include "../zoo/zoo.h"
#define ZOO(moment, code, output) beast(moment, code, output)
#else
#define ZOO(moment, code, output) ((void)0)
#endif

#endif
