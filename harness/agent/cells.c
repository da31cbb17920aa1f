#include "cells.h"

#include <pthread.h>
#include <string.h>

#include "pattern.h"
#include "symbols.h"

enum { POISON = 0xA5, CANARY_SIZE = 16, ALIGNED = 32, CANARY_SEED = 0xCA9A };

/* Slots of barriers, which stay where they are because the library may keep their address. */
struct barrier {
    struct barrier *next;
    char *name;
    char *slot;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct barrier *barriers;

static char *barrier_slot(const char *name)
{
    struct barrier *barrier;

    pthread_mutex_lock(&lock);
    for (barrier = barriers; barrier != NULL; barrier = barrier->next)
        if (strcmp(barrier->name, name) == 0)
            break;
    if (barrier == NULL) {
        barrier = need(sizeof *barrier);
        barrier->name = text_copy(name);
        barrier->slot = slot_take();
        barrier->next = barriers;
        barriers = barrier;
    }
    pthread_mutex_unlock(&lock);
    return barrier->slot;
}

void cell_make(struct cell *cell, const char *name, enum cell_content content, size_t size, int misaligned)
{
    cell->name = name;
    cell->content = content;
    cell->size = size;
    cell->is_preset = 0;
    cell->start = misaligned ? ALIGNED + 1 : ALIGNED;
    cell->slot = content == CELL_BARRIER ? barrier_slot(name) : slot_take();
    pattern_fill(cell->before, sizeof cell->before, CANARY_SEED);
    memset(cell->before + cell->start, POISON, size);
    memcpy(cell->slot, cell->before, sizeof cell->before);
}

void cell_preset(struct cell *cell, uint64_t value)
{
    cell->is_preset = 1;
    memcpy(cell->before + cell->start, &value, cell->size < sizeof value ? cell->size : sizeof value);
    memcpy(cell->slot, cell->before, sizeof cell->before);
}

void *cell_address(const struct cell *cell)
{
    return cell->slot + cell->start;
}

static int is_canary_intact(const struct cell *cell)
{
    size_t left = cell->start - CANARY_SIZE;
    size_t right = cell->start + cell->size;

    return memcmp(cell->slot + left, cell->before + left, CANARY_SIZE) == 0
        && memcmp(cell->slot + right, cell->before + right, CANARY_SIZE) == 0;
}

static uint64_t cell_value(const struct cell *cell)
{
    uint64_t value = 0;
    uint32_t half;

    if (cell->size == sizeof half) {
        memcpy(&half, cell_address(cell), sizeof half);
        return half;
    }
    memcpy(&value, cell_address(cell), cell->size < sizeof value ? cell->size : sizeof value);
    return value;
}

/* A success names what it stored; one that stored nothing takes the name away, so that no step acts on an old value. */
static uint32_t name_it(const struct cell *cell, int stored, uint64_t value, const char *symbol)
{
    switch (cell->content) {
    case CELL_HANDLE:
        if (stored)
            symbol_bind(SYMBOL_HANDLE, cell->name, (uintptr_t)value);
        else
            symbol_unbind(SYMBOL_HANDLE, cell->name);
        break;
    case CELL_MAP_ADDRESS:
        /* A fixed mapping that left the address alone is where the caller said. */
        if (stored || (cell->is_preset && value != 0))
            symbol_bind(SYMBOL_MEMORY, cell->name, (uintptr_t)value);
        else
            symbol_unbind(SYMBOL_MEMORY, cell->name);
        break;
    case CELL_BARRIER:
        symbol_bind(SYMBOL_HANDLE, cell->name, (uintptr_t)cell_address(cell));
        break;
    case CELL_SEGMENT_ID:
        if (stored && symbol != NULL) {
            symbol_bind(SYMBOL_SEGMENT, symbol, (uintptr_t)value);
            return (uint32_t)value;
        }
        break;
    case CELL_MODE:
    case CELL_STRUCTURE:
        break;
    }
    return 0;
}

uint32_t cell_look(struct cell *cell, int code, const char *symbol, struct text *outputs)
{
    uint64_t value = cell_value(cell);
    int is_pointer = cell->content == CELL_HANDLE || cell->content == CELL_MAP_ADDRESS;
    int untouched = memcmp(cell_address(cell), cell->before + cell->start, cell->size) == 0;
    int stored = !untouched && !(is_pointer && value == 0);
    uint32_t assigned = code == 0 ? name_it(cell, stored, value, symbol) : 0;
    const char *twin = stored && cell->content == CELL_HANDLE ? symbol_twin(cell->name, (uintptr_t)value) : NULL;

    text_add(outputs, "%s{\"name\":", outputs->length > 0 ? "," : "");
    text_add_json(outputs, cell->name);
    text_add(outputs, ",\"state\":\"%s\"", untouched ? "untouched" : stored ? "stored" : "null");
    if (stored && cell->content == CELL_SEGMENT_ID)
        text_add(outputs, ",\"value\":\"0x%X\"", (unsigned)value);
    if (stored && cell->content == CELL_MODE)
        text_add(outputs, ",\"value\":\"%d\"", (int)(uint32_t)value);
    if (twin != NULL) {
        text_add(outputs, ",\"same_as\":");
        text_add_json(outputs, twin);
    }
    text_add(outputs, ",\"canary_intact\":%s}", is_canary_intact(cell) ? "true" : "false");
    return assigned;
}

void cell_free(struct cell *cell)
{
    if (cell->content != CELL_BARRIER)
        slot_give(cell->slot);
}
