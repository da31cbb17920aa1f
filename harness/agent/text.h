/* Text that grows, and text as a string of JSON. Out of memory ends the program. */
#ifndef RSM_AGENT_TEXT_H
#define RSM_AGENT_TEXT_H

#include <stddef.h>

struct text {
    char *at; /* NUL-terminated; NULL while nothing was added */
    size_t length;
    size_t room;
};

void text_add(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_add_bytes(struct text *text, const void *bytes, size_t length);

/* Adds a string as JSON: quoted, and escaped where it must be. */
void text_add_json(struct text *text, const char *string);

void text_clear(struct text *text);
void text_free(struct text *text);

/* A copy of a string, and memory that is there. */
char *text_copy(const char *string);
void *need(size_t size);

/* Says what went wrong with the agent itself, and ends this process. */
void give_up(const char *format, ...) __attribute__((format(printf, 1, 2), noreturn));

#endif
