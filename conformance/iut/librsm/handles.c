#include <stdlib.h>
#include <unistd.h>

#include "process.h"

struct place {
    void *object;
    uint32_t use; /* how often the place was taken: a handle of an earlier use is stale */
    enum kind kind;
};

enum { FIRST_PLACES = 64, MOST_PLACES = 1 << 20 };

static struct place first_places[FIRST_PLACES];
static struct place *places = first_places;
static uint32_t place_count = FIRST_PLACES;
static uint32_t first_free;

/* kind: 8 bits, use: 32, place: 24. */
static void *encode(enum kind kind, uint32_t use, uint32_t at)
{
    return (void *)(uintptr_t)((uint64_t)kind << 56 | (uint64_t)use << 24 | at);
}

static int grow(void)
{
    if (place_count >= MOST_PLACES) {
        return 0;
    }
    struct place *more = calloc(2 * (size_t)place_count, sizeof *more);
    if (more == NULL) {
        return 0;
    }
    for (uint32_t at = 0; at < place_count; at++) {
        more[at] = places[at];
    }
    if (places != first_places) {
        free(places);
    }
    places = more;
    place_count *= 2;
    return 1;
}

void *handle_of(enum kind kind, void *object)
{
    uint32_t at = first_free;
    while (at < place_count && places[at].object != NULL) {
        at++;
    }
    if (at == place_count && !grow()) {
        return NULL;
    }
    first_free = at + 1;
    places[at].object = object;
    places[at].kind = kind;
    places[at].use++;
    return encode(kind, places[at].use, at);
}

static struct place *find(const void *handle)
{
    uint64_t number = (uint64_t)(uintptr_t)handle;
    uint32_t at = number & 0xffffff;
    if (at >= place_count || places[at].object == NULL) {
        return NULL;
    }
    return handle == encode(places[at].kind, places[at].use, at) ? &places[at] : NULL;
}

void *handle_find(enum kind kind, const void *handle)
{
    struct place *place = find(handle);
    return place != NULL && place->kind == kind ? place->object : NULL;
}

void handle_drop(const void *handle)
{
    struct place *place = find(handle);
    if (place != NULL) {
        uint32_t at = (uint32_t)(place - places);
        place->object = NULL;
        first_free = at < first_free ? at : first_free;
    }
}

struct segment *import_find(const void *handle)
{
    struct segment *import = handle_find(KIND_IMPORT, handle);
    return import != NULL && import->owner == process.pid && !import->closed ? import : NULL;
}

struct segment *segment_find(const void *handle)
{
    struct segment *export = handle_find(KIND_EXPORT, handle);
    return export != NULL && export->owner == process.pid ? export : import_find(handle);
}
