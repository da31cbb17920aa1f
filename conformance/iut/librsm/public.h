/* Every public function has a second name with an underscore before it. */
#ifndef PUBLIC_H
#define PUBLIC_H

#define PUBLIC(name) extern __typeof__(name) _##name __attribute__((alias(#name)))

#endif
