#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FIRST_ROOM = 256, EXIT_BROKEN = 70 };

void give_up(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    fputs("rsm-agent: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    _exit(EXIT_BROKEN);
}

void *need(size_t size)
{
    void *memory = calloc(1, size > 0 ? size : 1);

    if (memory == NULL)
        give_up("out of memory");
    return memory;
}

char *text_copy(const char *string)
{
    size_t size = strlen(string) + 1;

    return memcpy(need(size), string, size);
}

static void make_room(struct text *text, size_t more)
{
    size_t room = text->room > 0 ? text->room : FIRST_ROOM;
    char *at;

    while (room < text->length + more + 1)
        room *= 2;
    if (room == text->room)
        return;
    at = realloc(text->at, room);
    if (at == NULL)
        give_up("out of memory");
    text->at = at;
    text->room = room;
}

void text_add_bytes(struct text *text, const void *bytes, size_t length)
{
    make_room(text, length);
    memcpy(text->at + text->length, bytes, length);
    text->length += length;
    text->at[text->length] = '\0';
}

void text_add(struct text *text, const char *format, ...)
{
    va_list arguments;
    int length;

    va_start(arguments, format);
    length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0)
        give_up("text that cannot be printed: %s", format);
    make_room(text, (size_t)length);
    va_start(arguments, format);
    vsnprintf(text->at + text->length, (size_t)length + 1, format, arguments);
    va_end(arguments);
    text->length += (size_t)length;
}

void text_add_json(struct text *text, const char *string)
{
    text_add_bytes(text, "\"", 1);
    for (; *string != '\0'; string++) {
        unsigned char c = (unsigned char)*string;

        if (c == '"' || c == '\\')
            text_add(text, "\\%c", c);
        else if (c < ' ')
            text_add(text, "\\u%04x", c);
        else
            text_add_bytes(text, string, 1);
    }
    text_add_bytes(text, "\"", 1);
}

void text_clear(struct text *text)
{
    text->length = 0;
    if (text->at != NULL)
        text->at[0] = '\0';
}

void text_free(struct text *text)
{
    free(text->at);
    memset(text, 0, sizeof *text);
}
