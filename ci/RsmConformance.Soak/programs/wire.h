/* What the fuzzer says: the messages of the library, as they are on the wire (reference/RsmConformance.Reference.Native/Wire), and
 * ways to spoil them. */
#ifndef WIRE_H
#define WIRE_H

#include <stddef.h>

enum { MESSAGE_ROOM = 4096, FIRST_SEGMENT = 0x600000 };

/* Kinds of messages, in the order of a whole and honest conversation. */
enum message {
    ENTER,
    HEAR,
    FIND,
    ALLOCATE,
    CREATE,
    PUBLISH,
    CONNECT,
    OPEN,
    WATCH,
    POST,
    REPUBLISH,
    TOPOLOGY,
    REBIND,
    DISCONNECT,
    UNPUBLISH,
    MOVE,
    DESTROY,
    FORGET,
    PASS,
    TAKEN, /* from here on there is no answer */
    CALL_OFF,
    MESSAGES
};

/* Who speaks, as the daemon has told. */
struct speaker {
    int process, node, chunk;
    unsigned segment, target;
};

/* Writes a message that is right; its length. */
size_t write_message(char *text, enum message kind, const struct speaker *speaker);

/* Spoils a message of some length in one to four ways; its new length. The room must hold MESSAGE_ROOM bytes. */
size_t spoil(char *text, size_t length, unsigned *seed);

#endif
