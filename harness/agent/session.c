#include "session.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "debugger.h"
#include "heap.h"
#include "identity.h"
#include "means.h"
#include "report.h"
#include "sha256.h"

enum { PROTOCOL_VERSION = 1 };

int64_t now_ns(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

void session_fail(struct session *session, const char *why)
{
    text_add(&session->out, "{\"type\":\"failed\",\"why\":");
    text_add_json(&session->out, why);
    text_add(&session->out, "}\n");
}

static void add_means(struct text *to)
{
    static const char *const always[] = {"bad-address", "interrupt", "kill", "limit-descriptors"};
    static const char *const counted[] = {"descriptors", "heap-blocks", "mappings"};

    for (size_t i = 0; i < sizeof always / sizeof *always; i++)
        text_add(to, "%s\"%s\"", i > 0 ? "," : "", always[i]);
    if (heap_is_watched())
        text_add(to, ",\"fail-allocation\"");
    for (size_t i = 0; i < sizeof counted / sizeof *counted; i++)
        if (means_can_count(counted[i]))
            text_add(to, ",\"measure:%s\"", counted[i]);
    if (debugger_is_there())
        text_add(to, ",\"debugger\"");
}

static void greet(struct session *session, const json_t *message)
{
    char digest[SHA256_TEXT];
    const char *name = strrchr(session->library, '/');
    struct text fault = {0};

    if (json_integer_value(json_object_get(message, "protocol")) != PROTOCOL_VERSION) {
        session_fail(session, "the agent speaks protocol 1 and the harness another; use those of one release");
        return;
    }
    if (sha256_of_file(session->library, digest) != 0) {
        text_add(&fault, "%s: %s; give the path of the library", session->library, strerror(errno));
        session_fail(session, fault.at);
    } else if (library_check(session, &fault) != NULL) {
        struct text words = {0};

        text_add(&words, "%s: cannot be used: %s", session->library, fault.at);
        session_fail(session, words.at);
        text_free(&words);
    } else {
        text_add(&session->out, "{\"type\":\"welcome\",\"protocol\":%d,\"iut\":", PROTOCOL_VERSION);
        text_add_json(&session->out, name != NULL ? name + 1 : session->library);
        text_add(&session->out, ",\"iut_digest\":\"%s\",\"page_size\":%ld,\"means\":[", digest, sysconf(_SC_PAGESIZE));
        add_means(&session->out);
        text_add(&session->out, "]");
        if (!identity_is_free()) {
            text_add(&session->out, ",\"confined_to\":");
            identity_write(&session->out);
        }
        text_add(&session->out, "}\n");
    }
    text_free(&fault);
}

/* Says that the session is open, once every process runs, or why one does not. */
static void tell_opened(struct session *session)
{
    for (const struct process *process = session->processes; process != NULL; process = process->next) {
        if (process->start_fault != NULL) {
            struct text why = {0};

            text_add(&why, "process %s: %s", process->role, process->start_fault);
            session->is_opening = 0;
            session_end(session);
            session_fail(session, why.at);
            text_free(&why);
            return;
        }
        if (process_patience(process) > 0)
            return;
    }
    session->is_opening = 0;
    text_add(&session->out, "{\"type\":\"opened\"}\n");
}

static void open_session(struct session *session, json_t *message)
{
    const char *fault = scene_read(&session->scene, message);
    const json_t *process;
    size_t i;

    if (fault == NULL && session->scene.page_size != sysconf(_SC_PAGESIZE))
        fault = "open: the pages have another size here";
    if (fault != NULL) {
        scene_free(&session->scene);
        session_fail(session, fault);
        return;
    }
    session->is_open = session->is_opening = 1;
    session->is_traced = json_is_true(json_object_get(message, "traced")) && debugger_is_there();
    session->begun = json_object();
    session->next_seq = 0;
    json_array_foreach(json_object_get(session->scene.setup, "processes"), i, process)
        if (!json_is_true(json_object_get(process, "late")))
            process_start(session, member_text(process, "role"));
    tell_opened(session);
}

static void play(struct session *session, const json_t *steps)
{
    json_t *step;
    size_t i;

    json_array_foreach(steps, i, step)
        lane_add(session, step);
    for (struct lane *lane = session->lanes; lane != NULL; lane = lane->next)
        lane_advance(session, lane);
}

static void examine(struct session *session, int with_stacks)
{
    const char *comma = "";

    text_add(&session->out, "{\"type\":\"examined\",\"processes\":[");
    for (const struct process *process = session->processes; process != NULL; process = process->next) {
        if (process->state == PROCESS_ENDED || process->identity == NULL)
            continue;
        text_add(&session->out, "%s{\"role\":", comma);
        text_add_json(&session->out, process->role);
        text_add(&session->out, ",\"identity\":%s}", process->identity);
        comma = ",";
        if (with_stacks)
            debugger_stacks(process->pid, process->role);
    }
    text_add(&session->out, "]}\n");
}

void session_end(struct session *session)
{
    process_kill_all(session);
    /* What they still had to say is of no session any more. */
    session->is_open = 0;
    session_collect(session);
    lane_free_all(session);
    process_free_all(session);
    while (session->interruptions != NULL) {
        struct interruption *interruption = session->interruptions;

        session->interruptions = interruption->next;
        free(interruption->step);
        free(interruption);
    }
    json_decref(session->begun);
    session->begun = NULL;
    if (session->scene.open != NULL)
        scene_free(&session->scene);
}

static void close_session(struct session *session)
{
    if (session->is_open) {
        session_attend(session);
        lanes_tell_last(session);
        session_end(session);
    }
    text_add(&session->out, "{\"type\":\"closed\"}\n");
}

void session_take(struct session *session, const char *line)
{
    json_error_t error;
    json_t *message = json_loads(line, 0, &error);
    const char *type = member_text(message, "type");
    struct text why = {0};

    if (message == NULL) {
        text_add(&why, "the agent cannot read the message '%.200s': %s", line, error.text);
        session_fail(session, why.at);
    } else if (strcmp(type, "hello") == 0) {
        greet(session, message);
    } else if (strcmp(type, "open") == 0 && session->is_open) {
        session_fail(session, "open: a session is open already");
    } else if (strcmp(type, "open") == 0) {
        open_session(session, message);
    } else if (strcmp(type, "play") == 0 && !session->is_open) {
        session_fail(session, "play: no session is open");
    } else if (strcmp(type, "play") == 0) {
        play(session, json_object_get(message, "steps"));
    } else if (strcmp(type, "examine") == 0) {
        examine(session, json_is_true(json_object_get(message, "stacks")));
    } else if (strcmp(type, "close") == 0) {
        close_session(session);
    } else {
        text_add(&why, "the agent does not know the message '%.40s'", type);
        session_fail(session, why.at);
    }
    text_free(&why);
    json_decref(message);
}

/* Cuts a field off; an empty one after the last. */
static char *field(char **rest)
{
    char *start = *rest;
    char *end = strchr(start, '\t');

    if (end == NULL) {
        *rest = start + strlen(start);
        return start;
    }
    *end = '\0';
    *rest = end + 1;
    return start;
}

/* A segment id that the system chose is known to every process from now on. */
static void bind_segment(struct session *session, const char *symbol, const char *id)
{
    struct text order = {0};
    json_t *segments = json_object_get(session->scene.setup, "segments");

    json_array_append_new(segments, json_pack("{s:s,s:I}", "symbol", symbol, "id", (json_int_t)strtoul(id, NULL, 10)));
    text_add(&order, "{\"bind\":");
    text_add_json(&order, symbol);
    text_add(&order, ",\"id\":%s}\n", id);
    for (struct process *process = session->processes; process != NULL; process = process->next)
        if (process->state != PROCESS_ENDED)
            process_order(process, order.at);
    text_free(&order);
}

static void hear(struct session *session, char *datagram)
{
    char *members = strchr(datagram, '\n');
    char *rest = datagram;
    const char *kind = field(&rest);
    const char *role = field(&rest);
    struct process *process = process_find(session, role);

    if (members == NULL || process == NULL)
        return;
    *members++ = '\0';
    if (strcmp(kind, "R") == 0) {
        process->state = PROCESS_RUNS;
        process->identity = text_copy(rest);
    } else if (strcmp(kind, "F") == 0) {
        free(process->start_fault);
        process->start_fault = text_copy(rest);
    } else if (strcmp(kind, "B") == 0) {
        const char *symbol = field(&rest);

        bind_segment(session, symbol, rest);
    } else {
        struct lane *lane = lane_of(session, role, field(&rest));

        if (strcmp(kind, "E") == 0) {
            lane_end(session, lane, members);
            lane_advance(session, lane);
        } else {
            const char *step = field(&rest);
            const char *iteration = field(&rest);
            const char *value = field(&rest);

            lane_begin(session, lane, members, step, atol(iteration), *value != '\0' ? value : NULL, atol(rest));
        }
    }
}

void session_collect(struct session *session)
{
    static char datagram[REPORT_LIMIT + 1];
    ssize_t count;

    while ((count = recv(session->reports, datagram, REPORT_LIMIT, MSG_DONTWAIT)) >= 0 || errno == EINTR)
        if (count > 0 && session->is_open) {
            datagram[count] = '\0';
            hear(session, datagram);
        }
}

static void notice_ends(struct session *session)
{
    int status;
    pid_t pid;

    while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
        struct process *process = process_of(session, pid);

        for (struct process *other = session->processes; other != NULL; other = other->next)
            if (other->debugger == pid)
                other->debugger = -1;
        if (process == NULL)
            continue;
        session_collect(session);
        process_note_end(process, status);
        lanes_of_ended(session, process);
    }
}

void session_attend(struct session *session)
{
    session_collect(session);
    notice_ends(session);
    if (session->is_opening)
        tell_opened(session);
    for (struct lane *lane = session->lanes; lane != NULL; lane = lane->next)
        if (lane->wait != BED_NOTHING) {
            bed_attend(session, lane);
            lane_advance(session, lane);
        }
    bed_interrupt_again(session);
}

int session_pause(const struct session *session)
{
    int starting = 0;

    for (const struct lane *lane = session->lanes; lane != NULL; lane = lane->next)
        if (lane->wait == BED_AWAIT || lane->wait == BED_INTERRUPT)
            return 1;
    if (session->interruptions != NULL)
        return 2;
    for (const struct process *process = session->processes; process != NULL; process = process->next)
        if (process_patience(process) > starting)
            starting = process_patience(process);
    return starting > 0 ? starting : -1;
}
