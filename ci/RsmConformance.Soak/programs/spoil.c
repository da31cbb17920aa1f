/* Ways to spoil a message. */
#include "wire.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static const char *const numbers[] = {"-1", "0", "1", "2", "65536", "2147483647", "2147483648", "-2147483649", "4294967295", "4294967296",
                                      "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551616", "1e9",
                                      "1e400", "0.5", "00", "null", "true", "[]", "{}", "\"\""};
static const char *const words[] = {"{", "}", "[", "]", ":", ",", "\"", "\\", "\\u0000", "\\ud800", "null", "\"$type\":\"enter\",",
                                    "\"$type\":\"destroy\",", "\"Key\":0,", "\"Process\":1,", "\xff\xfe", "\xed\xa0\x80", "/*", "\n"};

#define PICK(from, seed) (from)[(size_t)rand_r(seed) % (sizeof(from) / sizeof *(from))]

/* Puts some bytes in the place of others, as far as there is room. */
static size_t replace(char *text, size_t length, size_t at, size_t gone, const char *bytes, size_t count)
{
    if (length - gone + count >= MESSAGE_ROOM)
        return length;
    memmove(text + at + count, text + at + gone, length - at - gone);
    memcpy(text + at, bytes, count);
    return length - gone + count;
}

/* Another number, or what is none, in the place of a number. */
static size_t change_number(char *text, size_t length, unsigned *seed)
{
    size_t at = (size_t)rand_r(seed) % length;
    for (size_t tried = 0; tried < length && !isdigit((unsigned char)text[at]); tried++)
        at = (at + 1) % length;
    size_t end = at;
    while (end < length && isdigit((unsigned char)text[end]))
        end++;
    const char *number = PICK(numbers, seed);
    return replace(text, length, at, end - at, number, strlen(number));
}

static size_t repeat_part(char *text, size_t length, unsigned *seed)
{
    char part[256];
    size_t from = (size_t)rand_r(seed) % length, count = (size_t)rand_r(seed) % sizeof part;
    count = count > length - from ? length - from : count;
    memcpy(part, text + from, count);
    return replace(text, length, (size_t)rand_r(seed) % length, 0, part, count);
}

static size_t spoil_once(char *text, size_t length, unsigned *seed)
{
    size_t at = (size_t)rand_r(seed) % length, rest = length - at;
    const char *word;
    switch (rand_r(seed) % 8) {
    case 0: /* cut off */
        return at;
    case 1: /* a part missing */
        return replace(text, length, at, (size_t)rand_r(seed) % rest, "", 0);
    case 2:
        return repeat_part(text, length, seed);
    case 3:
        text[at] = (char)rand_r(seed);
        return length;
    case 4:
        text[at] ^= (char)(1 << rand_r(seed) % 8);
        return length;
    case 5:
        word = PICK(words, seed);
        return replace(text, length, at, 0, word, strlen(word));
    default:
        return change_number(text, length, seed);
    }
}

size_t spoil(char *text, size_t length, unsigned *seed)
{
    for (int times = rand_r(seed) % 4; times >= 0 && length > 0; times--)
        length = spoil_once(text, length, seed);
    return length;
}
