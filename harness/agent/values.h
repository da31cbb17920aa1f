/* The text forms of small values. Each reader returns 1 and the value, or 0 when the text is not of its form. */
#ifndef RSM_AGENT_VALUES_H
#define RSM_AGENT_VALUES_H

#include <jansson.h>
#include <stdint.h>

/* A size or offset: 64, 2p, 1p+8, 1p-1, -8; p stands for pages. */
int value_extent(const char *text, long page_size, int64_t *bytes);

/* Octal: 0600. */
int value_permission(const char *text, uint32_t *bits);

/* =77, and =0x400000: a literal in place of a name. */
int value_node(const char *text, uint32_t *id);
int value_segment(const char *text, uint32_t *id);

/* What the words of the protocol for flags, attributes, barrier types and modes stand for in C. */
int value_word(const char *kind, const char *word, uint32_t *number);

#endif
