/* What a Linux programmer would write to use another process's memory: ask over a socket, get a descriptor, map it. */
#ifndef BY_HAND_H
#define BY_HAND_H

#include <stddef.h>

/* Lends so many bytes under a socket's path until the pipe ends. Never returns. */
_Noreturn void by_hand_serve(const char *path, size_t bytes, int ready, int until);

/* A connection to it. */
int by_hand_dial(const char *path);

/* Asks for the memory over a connection, maps it, lets it go again. */
void by_hand_use(int connection, size_t bytes);

#endif
