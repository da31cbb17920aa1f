#include "values.h"

#include <errno.h>
#include <rsmapi.h>
#include <stdlib.h>
#include <string.h>

static int whole_number(const char *text, const char **end, int64_t *number)
{
    char *stop;

    errno = 0;
    *number = strtoll(text, &stop, 10);
    *end = stop;
    return stop != text && errno == 0;
}

int value_extent(const char *text, long page_size, int64_t *bytes)
{
    const char *end;
    int64_t pages;

    if (!whole_number(text, &end, bytes))
        return 0;
    if (*end != 'p')
        return *end == '\0';
    pages = *bytes;
    *bytes = 0;
    if (end[1] != '\0' && !(whole_number(end + 1, &end, bytes) && *end == '\0'))
        return 0;
    /* Sizes near the ends of the range wrap around, as they would in a C program. */
    *bytes = (int64_t)((uint64_t)pages * (uint64_t)page_size + (uint64_t)*bytes);
    return 1;
}

static int unsigned_number(const char *text, int base, uint32_t *number)
{
    char *end;
    unsigned long value;

    errno = 0;
    value = strtoul(text, &end, base);
    *number = (uint32_t)value;
    return end != text && *end == '\0' && errno == 0 && value <= UINT32_MAX && text[0] >= '0';
}

int value_permission(const char *text, uint32_t *bits)
{
    return unsigned_number(text, 8, bits);
}

int value_node(const char *text, uint32_t *id)
{
    return text[0] == '=' && unsigned_number(text + 1, 10, id);
}

int value_segment(const char *text, uint32_t *id)
{
    return strncmp(text, "=0x", 3) == 0 && unsigned_number(text + 3, 16, id);
}

static const struct word {
    const char *kind;
    const char *word;
    uint32_t number;
} words[] = {
    {"flags", "none", 0},
    {"flags", "allow-rebind", RSM_ALLOW_REBIND},
    {"flags", "dont-wait", RSM_CREATE_SEG_DONTWAIT},
    {"flags", "allow-rebind, dont-wait", RSM_ALLOW_REBIND | RSM_CREATE_SEG_DONTWAIT},
    {"attribute", "none", RSM_MAP_NONE},
    {"attribute", "fixed", RSM_MAP_FIXED},
    {"attribute", "reserved", RSM_MAP_RESERVED},
    {"type", "segment", RSM_BARRIER_SEGMENT},
    {"type", "node", RSM_BARRIER_NODE},
    {"type", "segment-thread", RSM_BARRIER_SEGMENT_THREAD},
    {"type", "node-thread", RSM_BARRIER_NODE_THREAD},
    {"mode", "explicit", RSM_BARRIER_MODE_EXPLICIT},
    {"mode", "implicit", RSM_BARRIER_MODE_IMPLICIT},
};

int value_word(const char *kind, const char *word, uint32_t *number)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i].kind, kind) == 0 && strcmp(words[i].word, word) == 0) {
            *number = words[i].number;
            return 1;
        }
    return 0;
}
