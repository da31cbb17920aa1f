#include <stdlib.h>
#include <string.h>

#include "session.h"

static int same_role(const char *one, const char *other)
{
    return one == NULL || other == NULL ? one == other : strcmp(one, other) == 0;
}

struct lane *lane_of(struct session *session, const char *role, const char *thread)
{
    struct lane *lane = session->lanes;

    while (lane != NULL && !(same_role(lane->role, role) && strcmp(lane->thread, thread) == 0))
        lane = lane->next;
    if (lane == NULL) {
        lane = need(sizeof *lane);
        lane->role = role != NULL ? text_copy(role) : NULL;
        lane->thread = text_copy(thread);
        lane->next = session->lanes;
        session->lanes = lane;
    }
    return lane;
}

static void append(struct waiting_step **list, json_t *step)
{
    struct waiting_step *added = need(sizeof *added);

    added->step = step;
    while (*list != NULL)
        list = &(*list)->next;
    *list = added;
}

static json_t *take_first(struct waiting_step **list)
{
    struct waiting_step *first = *list;
    json_t *step = first->step;

    *list = first->next;
    free(first);
    return step;
}

void lane_add(struct session *session, json_t *step)
{
    struct lane *lane = lane_of(session, json_string_value(json_object_get(step, "role")), member_text(step, "thread"));

    append(&lane->queue, json_incref(step));
}

/* Sends the steps that the process can do by itself, up to the first that the agent does. */
static void send_steps(struct lane *lane, struct process *process)
{
    json_t *steps = json_array();
    json_t *order = json_pack("{s:s,s:o}", "thread", lane->thread, "steps", steps);
    struct text line = {0};
    char *text;

    while (lane->queue != NULL && !bed_does(lane->queue->step)) {
        json_t *step = take_first(&lane->queue);

        json_array_append(steps, step);
        append(&lane->sent, step);
    }
    text = json_dumps(order, JSON_COMPACT);
    if (text == NULL)
        give_up("steps that cannot be written");
    text_add(&line, "%s\n", text);
    process_order(process, line.at);
    text_free(&line);
    free(text);
    json_decref(order);
}

static void tell_death_before(struct session *session, struct lane *lane, const json_t *step, struct process *process);

void lane_advance(struct session *session, struct lane *lane)
{
    while (lane->queue != NULL && lane->wait == BED_NOTHING) {
        struct process *process = lane->role != NULL ? process_find(session, lane->role) : NULL;
        const char *why = lane->role == NULL                               ? NULL
            : process == NULL || process->start_fault != NULL              ? "has not been started"
            : process->state == PROCESS_ENDED                              ? "has ended"
                                                                           : NULL;

        if (why == NULL && !bed_does(lane->queue->step) && process != NULL) {
            send_steps(lane, process);
            return;
        }
        if (lane->sent != NULL)
            return;
        json_t *step = take_first(&lane->queue);

        if (why != NULL && process != NULL && process->state == PROCESS_ENDED && !process->is_told) {
            tell_death_before(session, lane, step, process);
        } else if (why != NULL) {
            struct text words = {0};

            text_add(&words, "process %s %s", lane->role, why);
            bed_refuse(session, lane, step, words.at);
            text_free(&words);
        } else {
            bed_begin(session, lane, step);
        }
        json_decref(step);
    }
}

static void remember(struct session *session, const struct lane *lane, const char *step, long iteration, const char *value)
{
    free((char *)(uintptr_t)session->last.step);
    free((char *)(uintptr_t)session->last.value);
    session->last.step = text_copy(step);
    session->last.value = value != NULL ? text_copy(value) : NULL;
    session->last.iteration = iteration;
    session->last.thread = lane->thread;
    session->last.role = lane->role != NULL ? lane->role : "";
    session->last.node = lane->role != NULL ? member_text(scene_process(&session->scene, lane->role), "node") : "";
    session->last.scene = &session->scene;
    session->has_last = 1;
}

static void say(struct session *session, const char *members)
{
    text_add(&session->out, "{\"type\":\"event\",\"what\":{\"seq\":%ld,", session->next_seq++);
    text_add(&session->out, "%s", members);
    text_add(&session->out, "}}\n");
}

void lane_begin(struct session *session, struct lane *lane, const char *members, const char *step, long iteration,
    const char *value, long lwp)
{
    struct open_step *open = need(sizeof *open);

    open->step = text_copy(step);
    open->iteration = iteration;
    open->value = value != NULL ? text_copy(value) : NULL;
    open->lwp = lwp;
    open->outer = lane->open;
    lane->open = open;
    json_object_set_new(session->begun, step, json_true());
    remember(session, lane, step, iteration, value);
    say(session, members);
}

void lane_end(struct session *session, struct lane *lane, const char *members)
{
    struct open_step *open = lane->open;

    if (open == NULL)
        give_up("a step of thread %s ended without having begun", lane->thread);
    remember(session, lane, open->step, open->iteration, open->value);
    say(session, members);
    lane->open = open->outer;
    free(open->step);
    free(open->value);
    free(open);
    if (lane->open == NULL && lane->sent != NULL)
        json_decref(take_first(&lane->sent));
}

struct open_step *lane_find_open(struct session *session, const char *step, struct lane **lane)
{
    for (*lane = session->lanes; *lane != NULL; *lane = (*lane)->next)
        for (struct open_step *open = (*lane)->open; open != NULL; open = open->outer)
            if (strcmp(open->step, step) == 0)
                return open;
    return NULL;
}

static void end_open(struct session *session, struct lane *lane, const struct end *end)
{
    struct text members = {0};
    struct place place = {
        .scene = &session->scene,
        .step = lane->open->step,
        .iteration = lane->open->iteration,
        .value = lane->open->value,
        .role = lane->role,
        .node = member_text(scene_process(&session->scene, lane->role), "node"),
        .thread = lane->thread,
    };

    event_end(&members, &place, end);
    lane_end(session, lane, members.at);
    text_free(&members);
}

/* The steps under way end with the process; those that it had not begun come back into the queue. */
void lanes_of_ended(struct session *session, struct process *process)
{
    for (struct lane *lane = session->lanes; lane != NULL; lane = lane->next) {
        struct waiting_step **end;

        if (lane->role == NULL || strcmp(lane->role, process->role) != 0 || lane->wait != BED_NOTHING)
            continue;
        while (lane->open != NULL) {
            end_open(session, lane, &process->end);
            process->is_told = 1;
        }
        end = &lane->sent;
        while (*end != NULL)
            end = &(*end)->next;
        *end = lane->queue;
        lane->queue = lane->sent;
        lane->sent = NULL;
    }
    for (struct lane *lane = session->lanes; lane != NULL; lane = lane->next)
        lane_advance(session, lane);
}

/* It died between steps: that is told at the first that it could not begin. */
static void tell_death_before(struct session *session, struct lane *lane, const json_t *step, struct process *process)
{
    struct text members = {0};
    struct place place = {
        .scene = &session->scene,
        .step = member_text(step, "id"),
        .role = lane->role,
        .node = member_text(scene_process(&session->scene, lane->role), "node"),
        .thread = lane->thread,
    };

    process->is_told = 1;
    text_add(&process->end.why, " before step %s began", place.step);
    event_end(&members, &place, &process->end);
    remember(session, lane, place.step, 0, NULL);
    say(session, members.at);
    text_free(&members);
}

/* It died after the last step: that is told at this step again. */
void lanes_tell_last(struct session *session)
{
    for (struct process *process = session->processes; process != NULL; process = process->next) {
        struct text members = {0};

        if (process->state != PROCESS_ENDED || process->is_told || !session->has_last)
            continue;
        process->is_told = 1;
        text_add(&process->end.why, " after the last step");
        event_end(&members, &session->last, &process->end);
        say(session, members.at);
        text_free(&members);
    }
}

void lane_free_all(struct session *session)
{
    while (session->lanes != NULL) {
        struct lane *lane = session->lanes;

        while (lane->queue != NULL)
            json_decref(take_first(&lane->queue));
        while (lane->sent != NULL)
            json_decref(take_first(&lane->sent));
        while (lane->open != NULL) {
            struct open_step *open = lane->open;

            lane->open = open->outer;
            free(open->step);
            free(open->value);
            free(open);
        }
        json_decref(lane->waiting);
        session->lanes = lane->next;
        free(lane->role);
        free(lane->thread);
        free(lane);
    }
    free((char *)(uintptr_t)session->last.step);
    free((char *)(uintptr_t)session->last.value);
    memset(&session->last, 0, sizeof session->last);
    session->has_last = 0;
}
