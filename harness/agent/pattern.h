/* The data that cases write and expect: byte i of pattern seed is a function of the two; seed 0 is zeroes. */
#ifndef RSM_AGENT_PATTERN_H
#define RSM_AGENT_PATTERN_H

#include <stddef.h>
#include <stdint.h>

uint8_t pattern_byte(uint32_t seed, uint64_t index);
void pattern_fill(void *target, size_t length, uint32_t seed);

/* FNV-1a with 64 bits. */
uint64_t data_hash(const void *data, size_t length);

#endif
