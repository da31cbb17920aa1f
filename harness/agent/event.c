#include "event.h"

#include <inttypes.h>
#include <time.h>

static void add_member(struct text *to, const char *key, const char *value)
{
    text_add(to, "\"%s\":", key);
    text_add_json(to, value);
    text_add(to, ",");
}

static void add_place(struct text *to, const struct place *place, const char *kind)
{
    struct timespec now;

    add_member(to, "run", place->scene->run);
    add_member(to, "case", place->scene->case_id);
    add_member(to, "step", place->step);
    text_add(to, "\"iteration\":%ld,", place->iteration);
    if (place->value != NULL)
        add_member(to, "value", place->value);
    add_member(to, "event", kind);
    add_member(to, "node", place->node);
    add_member(to, "process", place->role);
    add_member(to, "thread", place->thread);
    clock_gettime(CLOCK_MONOTONIC, &now);
    text_add(to, "\"clock\":\"agent\",\"time_ns\":%" PRId64, (int64_t)now.tv_sec * 1000000000 + now.tv_nsec);
}

void event_invoke(struct text *to, const struct place *place, const char *resolved)
{
    add_place(to, place, "invoke");
    text_add(to, ",\"resolved\":");
    text_add_json(to, resolved);
}

void event_end(struct text *to, const struct place *place, const struct end *end)
{
    add_place(to, place, end->kind);
    if (end->has_code)
        text_add(to, ",\"code\":%d", end->code);
    if (end->outputs.length > 0)
        text_add(to, ",\"outputs\":[%s]", end->outputs.at);
    if (end->data.length > 0)
        text_add(to, ",\"data\":{%s}", end->data.at);
    if (end->has_measured)
        text_add(to, ",\"measured\":%ld", end->measured);
    if (end->has_allocation)
        text_add(to, ",\"allocation\":{\"seen\":%d,\"fired\":%s}", end->allocations_seen, end->allocation_fired ? "true" : "false");
    if (end->why.length > 0) {
        text_add(to, ",\"why\":");
        text_add_json(to, end->why.at);
    }
}

void end_free(struct end *end)
{
    text_free(&end->outputs);
    text_free(&end->data);
    text_free(&end->why);
}
