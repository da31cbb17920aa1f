#include "step.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "access.h"
#include "arguments.h"
#include "event.h"
#include "heap.h"
#include "identity.h"
#include "library.h"
#include "means.h"
#include "pattern.h"
#include "report.h"
#include "symbols.h"
#include "values.h"

/* A step whose symbols have values: what it will do, in words, and what it does it with. */
struct prepared {
    struct arguments arguments;
    struct text resolved;
    const struct function *function;
    char *address;
    int64_t length;
};

static const struct turn once;

static void report_invoke(struct worker *worker, const struct place *place, const char *resolved)
{
    struct text datagram = {0};

    text_add(&datagram, "I\t%s\t%s\t%s\t%ld\t%s\t%ld\n", place->role, place->thread, place->step, place->iteration,
        place->value != NULL ? place->value : "", worker->number);
    event_invoke(&datagram, place, resolved);
    pthread_mutex_lock(&worker->lock);
    worker->interruptible = place->step;
    pthread_mutex_unlock(&worker->lock);
    report(&datagram);
    text_free(&datagram);
}

static void report_end(struct worker *worker, const struct place *place, const struct end *end)
{
    struct text datagram = {0};

    pthread_mutex_lock(&worker->lock);
    worker->interruptible = NULL;
    pthread_mutex_unlock(&worker->lock);
    text_add(&datagram, "E\t%s\t%s\n", place->role, place->thread);
    event_end(&datagram, place, end);
    report(&datagram);
    text_free(&datagram);
}

static void prepare_call(struct prepared *p, const json_t *call)
{
    const char *name = member_text(call, "fn");

    p->function = library_function(name);
    p->arguments.from = call;
    if (p->function == NULL)
        text_add(&p->arguments.refusal, "this agent does not know how to call %s", name);
    else if (!function_is_there(p->function))
        text_add(&p->arguments.refusal, "the library has no function %s", name);
    else
        arguments_read(&p->arguments, function_parameters(p->function));
    text_add(&p->resolved, "%s(%s)", name, p->arguments.resolved.length > 0 ? p->arguments.resolved.at : "");
}

static void prepare_access(struct prepared *p, const json_t *action, const char *verb, const char *address)
{
    p->arguments.from = action;
    p->address = argument_address(&p->arguments, address);
    p->length = argument_extent(&p->arguments, "length");
    if (p->length < 0 && p->arguments.refusal.length == 0)
        text_add(&p->arguments.refusal, "%lld bytes cannot be accessed", (long long)p->length);
    text_add(&p->resolved, "%s(%s, %lld)", verb, p->arguments.resolved.at, (long long)p->length);
}

static void prepare_buffer(struct prepared *p, const json_t *action)
{
    p->arguments.from = action;
    p->length = argument_extent(&p->arguments, "length");
    if (p->length <= 0)
        text_add(&p->arguments.refusal, "a buffer of %s cannot be", member_text(action, "length"));
    text_add(&p->resolved, "allocate(%s, %lld, pattern %lld)", member_text(action, "name"), (long long)p->length,
        (long long)json_integer_value(json_object_get(action, "seed")));
}

static void prepare_words(struct prepared *p, const json_t *action)
{
    char *words = json_dumps(action, JSON_COMPACT | JSON_SORT_KEYS);

    text_add(&p->resolved, "%s", words != NULL ? words : "");
    free(words);
}

static void run_call(struct worker *worker, struct prepared *p, struct end *end)
{
    struct text bind = {0};
    int armed = worker->fail_allocation;
    uint32_t assigned = 0;

    worker->fail_allocation = 0;
    heap_own_work(0);
    if (armed != 0)
        heap_arm(armed);
    end->code = function_call(p->function, p->arguments.values);
    heap_disarm(&end->allocations_seen, &end->allocation_fired);
    heap_own_work(1);
    end->kind = "return";
    end->has_code = 1;
    end->has_allocation = armed != 0;
    if (end->code == 0 && p->arguments.ends_with_success != NULL)
        symbol_end_handle(p->arguments.ends_with_success);
    for (int i = 0; i < p->arguments.cell_count; i++)
        assigned |= cell_look(&p->arguments.cells[i], end->code, p->arguments.assigned_segment, &end->outputs);
    if (assigned != 0) {
        text_add(&bind, "B\t%s\t%s\t%lu\n", worker->role, p->arguments.assigned_segment, (unsigned long)assigned);
        report(&bind);
        text_free(&bind);
    }
}

static void run_buffer(const struct prepared *p, const json_t *action, struct end *end)
{
    char *memory = pages_map((size_t)p->length);

    if (memory == NULL) {
        end->kind = "not-run";
        text_add(&end->why, "there is no memory for %s", member_text(action, "name"));
        return;
    }
    pattern_fill(memory, (size_t)p->length, (uint32_t)json_integer_value(json_object_get(action, "seed")));
    symbol_bind(SYMBOL_MEMORY, member_text(action, "name"), (uintptr_t)memory);
}

static void run_load(const struct prepared *p, const json_t *action, struct end *end)
{
    const json_t *against = json_object_get(action, "against");
    size_t length = (size_t)p->length;
    uint8_t *data = need(length);
    size_t same = 0;

    if (!access_copy(data, p->address, length)) {
        end->kind = "faulted";
    } else {
        text_add(&end->data, "\"length\":%zu,\"hash\":\"%016llx\"", length, (unsigned long long)data_hash(data, length));
        if (json_is_integer(against)) {
            while (same < length && data[same] == pattern_byte((uint32_t)json_integer_value(against), same))
                same++;
            if (same < length)
                text_add(&end->data, ",\"first_difference\":%zu", same);
        }
    }
    free(data);
}

static void run_store(const struct prepared *p, const json_t *action, struct end *end)
{
    uint8_t *data = need((size_t)p->length);

    pattern_fill(data, (size_t)p->length, (uint32_t)json_integer_value(json_object_get(action, "seed")));
    if (!access_copy(p->address, data, (size_t)p->length))
        end->kind = "faulted";
    free(data);
}

/* The actions that need nothing but the process itself. Returns 1, or 0 and why. */
static int run_means(struct worker *worker, const char *what, const json_t *action, struct end *end)
{
    const json_t *remaining = json_object_get(action, "remaining");
    uint32_t mask;

    if (strcmp(what, "identity") == 0) {
        const json_t *identity = scene_identity(worker->scene, member_text(action, "class"));

        if (identity == NULL)
            text_add(&end->why, "the bed has no identity %s", member_text(action, "class"));
        return identity != NULL && identity_take(identity, &end->why);
    }
    if (strcmp(what, "umask") == 0) {
        if (!value_permission(member_text(action, "mask"), &mask))
            text_add(&end->why, "'%s' is not an octal mask", member_text(action, "mask"));
        else
            umask((mode_t)mask);
        return end->why.length == 0;
    }
    if (strcmp(what, "limit-descriptors") == 0)
        return means_limit_descriptors(json_is_integer(remaining) ? (int)json_integer_value(remaining) : -1, &end->why);
    if (strcmp(what, "measure") == 0) {
        end->has_measured = means_count(member_text(action, "what"), &end->measured, &end->why);
        return end->has_measured;
    }
    if (strcmp(what, "fail-allocation") == 0 && heap_is_watched()) {
        worker->fail_allocation = (int)json_integer_value(json_object_get(action, "nth"));
        return 1;
    }
    text_add(&end->why, "this agent cannot do '%s' in a process", what);
    return 0;
}

static void run_body(struct worker *worker, const json_t *action, const struct turn *turn)
{
    const json_t *body = json_object_get(action, "body");
    const json_t *step;
    size_t i;

    json_array_foreach(body, i, step)
        step_do(worker, step, turn);
}

static void run_repeat(struct worker *worker, const json_t *action, const struct turn *turn)
{
    long count = (long)json_integer_value(json_object_get(action, "count"));

    for (long i = 0; i < count; i++) {
        struct turn inner = {.outer = turn, .iteration = turn->iteration * count + i, .value = turn->value};

        run_body(worker, action, &inner);
    }
}

static void run_sweep(struct worker *worker, const json_t *action, const struct turn *turn)
{
    const json_t *values = json_object_get(action, "values");
    const json_t *value;
    size_t i;

    json_array_foreach(values, i, value) {
        struct text joined = {0};
        struct turn inner = {.outer = turn, .variable = member_text(action, "variable"), .binding = json_string_value(value)};

        if (inner.binding == NULL)
            give_up("sweep: a value is no text");
        if (turn->value != NULL)
            text_add(&joined, "%s,", turn->value);
        text_add(&joined, "%s", inner.binding);
        inner.value = joined.at;
        inner.iteration = turn->iteration * (long)json_array_size(values) + (long)i;
        run_body(worker, action, &inner);
        text_free(&joined);
    }
}

static void prepare(struct prepared *p, const char *what, const json_t *action)
{
    if (strcmp(what, "call") == 0)
        prepare_call(p, json_object_get(action, "api"));
    else if (strcmp(what, "load") == 0)
        prepare_access(p, action, "load", "from");
    else if (strcmp(what, "store") == 0)
        prepare_access(p, action, "store", "to");
    else if (strcmp(what, "buffer") == 0)
        prepare_buffer(p, action);
    else if (strcmp(what, "repeat") == 0 || strcmp(what, "sweep") == 0)
        text_add(&p->resolved, "%s", what);
    else
        prepare_words(p, action);
    if (p->resolved.length > RESOLVED_LIMIT) {
        p->resolved.length = RESOLVED_LIMIT;
        p->resolved.at[RESOLVED_LIMIT] = '\0';
        text_add(&p->resolved, "...");
    }
}

static void run(struct worker *worker, struct prepared *p, const char *what, const json_t *action, const struct turn *turn, struct end *end)
{
    end->kind = "done";
    if (p->arguments.refusal.length > 0) {
        end->kind = "not-run";
        text_add(&end->why, "%s", p->arguments.refusal.at);
    } else if (strcmp(what, "call") == 0) {
        run_call(worker, p, end);
    } else if (strcmp(what, "load") == 0) {
        run_load(p, action, end);
    } else if (strcmp(what, "store") == 0) {
        run_store(p, action, end);
    } else if (strcmp(what, "buffer") == 0) {
        run_buffer(p, action, end);
    } else if (strcmp(what, "repeat") == 0) {
        run_repeat(worker, action, turn);
    } else if (strcmp(what, "sweep") == 0) {
        run_sweep(worker, action, turn);
    } else if (strcmp(what, "exit") == 0) {
        heap_own_work(0);
        exit((int)json_integer_value(json_object_get(action, "code")));
    } else if (!run_means(worker, what, action, end)) {
        end->kind = "not-run";
    }
}

void step_do(struct worker *worker, const json_t *step, const struct turn *turn)
{
    const json_t *action = json_object_get(step, "action");
    const char *what = member_text(action, "do");
    struct prepared p = {0};
    struct end end = {0};
    struct place place = {
        .scene = worker->scene,
        .step = member_text(step, "id"),
        .role = worker->role,
        .node = worker->node,
        .thread = worker->name,
    };

    if (turn == NULL)
        turn = &once;
    place.iteration = turn->iteration;
    place.value = turn->value;
    p.arguments.scene = worker->scene;
    p.arguments.node = worker->node;
    p.arguments.turn = turn;
    prepare(&p, what, action);
    report_invoke(worker, &place, p.resolved.at);
    run(worker, &p, what, action, turn, &end);
    report_end(worker, &place, &end);
    arguments_free(&p.arguments);
    text_free(&p.resolved);
    end_free(&end);
}
