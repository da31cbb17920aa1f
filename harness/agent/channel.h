/*
 * Lines on descriptors that the implementation under test is unlikely to meet: they are high, and closed in the
 * programs that it starts.
 */
#ifndef RSM_AGENT_CHANNEL_H
#define RSM_AGENT_CHANNEL_H

#include <stddef.h>

#include "text.h"

/* Moves a descriptor out of the way. Returns the new one; the old one is closed. */
int channel_move_high(int descriptor);

/* Connects to a Unix socket. Returns a descriptor, or -1 with errno. */
int channel_connect(const char *path);

/* Writes everything. Returns 0, or -1 with errno. */
int channel_write(int descriptor, const void *bytes, size_t length);

/* Cuts what arrives on a descriptor into lines. */
struct lines {
    int descriptor;
    struct text pending;
    size_t taken;
};

/* Reads once, waiting for something to be there. Returns 1, or 0 at the end of the channel. */
int lines_fill(struct lines *lines);

/* The next whole line without its end, valid until the next call; NULL when there is none. */
char *lines_next(struct lines *lines);

#endif
