#include "pattern.h"

uint8_t pattern_byte(uint32_t seed, uint64_t index)
{
    uint64_t x;

    if (seed == 0)
        return 0;
    x = (uint64_t)seed * UINT64_C(0x9E3779B97F4A7C15) + index * UINT64_C(0xD1B54A32D192ED03);
    x ^= x >> 29;
    x *= UINT64_C(0xBF58476D1CE4E5B9);
    return (uint8_t)(x >> 56);
}

void pattern_fill(void *target, size_t length, uint32_t seed)
{
    uint8_t *bytes = target;

    for (size_t i = 0; i < length; i++)
        bytes[i] = pattern_byte(seed, i);
}

uint64_t data_hash(const void *data, size_t length)
{
    const uint8_t *bytes = data;
    uint64_t hash = UINT64_C(0xCBF29CE484222325);

    for (size_t i = 0; i < length; i++)
        hash = (hash ^ bytes[i]) * UINT64_C(0x100000001B3);
    return hash;
}
