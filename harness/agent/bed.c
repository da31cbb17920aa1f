#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "session.h"

/* How long a step waits for another: to begin, and to block or come back. */
static const int64_t patience = 5000000000;
static const int64_t first_gap = 2000000;
static const int64_t longest_gap = 100000000;

/* A thread that was asleep at so many looks in a row, a millisecond apart, is blocked. */
enum { LOOKS = 4 };

static const char *const words_of_bed[] = {
    "spawn", "fork", "kill", "inject", "clear", "hold", "release", "fail", "await-blocked", "interrupt",
};

static const char *word(const json_t *step)
{
    return member_text(json_object_get(step, "action"), "do");
}

int bed_does(const json_t *step)
{
    for (size_t i = 0; i < sizeof words_of_bed / sizeof *words_of_bed; i++)
        if (strcmp(words_of_bed[i], word(step)) == 0)
            return 1;
    return 0;
}

static void invoke(struct session *session, struct lane *lane, const json_t *step)
{
    struct text members = {0};
    char *resolved = json_dumps(json_object_get(step, "action"), JSON_COMPACT | JSON_SORT_KEYS);
    struct place place = {
        .scene = &session->scene,
        .step = member_text(step, "id"),
        .role = lane->role != NULL ? lane->role : "",
        .node = lane->role != NULL ? member_text(scene_process(&session->scene, lane->role), "node") : "",
        .thread = lane->thread,
    };

    event_invoke(&members, &place, resolved != NULL ? resolved : "");
    lane_begin(session, lane, members.at, place.step, 0, NULL, 0);
    text_free(&members);
    free(resolved);
}

void bed_end(struct session *session, struct lane *lane, const char *kind, const char *why)
{
    struct text members = {0};
    struct end end = {.kind = kind};
    struct place place = {
        .scene = &session->scene,
        .step = lane->open->step,
        .role = lane->role != NULL ? lane->role : "",
        .node = lane->role != NULL ? member_text(scene_process(&session->scene, lane->role), "node") : "",
        .thread = lane->thread,
    };

    text_add(&end.why, "%s", why);
    event_end(&members, &place, &end);
    lane->wait = BED_NOTHING;
    json_decref(lane->waiting);
    lane->waiting = NULL;
    lane_end(session, lane, members.at);
    text_free(&members);
    end_free(&end);
}

void bed_refuse(struct session *session, struct lane *lane, const json_t *step, const char *why)
{
    invoke(session, lane, step);
    bed_end(session, lane, "not-run", why);
}

static void refuse_process(struct session *session, struct lane *lane, const char *role, const char *state)
{
    struct text why = {0};

    text_add(&why, "process %s %s", role, state);
    bed_end(session, lane, "not-run", why.at);
    text_free(&why);
}

static void kill_role(struct session *session, struct lane *lane, const char *role)
{
    struct process *process = process_find(session, role);
    int status = 0;

    if (process == NULL || process->state == PROCESS_ENDED) {
        refuse_process(session, lane, role, process == NULL ? "has not been started" : "has ended");
        return;
    }
    kill(process->pid, SIGKILL);
    while (waitpid(process->pid, &status, 0) < 0 && errno == EINTR)
        continue;
    session_collect(session);
    process_note_end(process, status);
    process->is_told = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    lanes_of_ended(session, process);
    bed_end(session, lane, "done", "");
}

static void spawn_role(struct session *session, struct lane *lane, const char *role)
{
    struct process *process = process_find(session, role);

    if (scene_process(&session->scene, role) == NULL) {
        refuse_process(session, lane, role, "is not in the setup");
    } else if (process != NULL && process->state != PROCESS_ENDED) {
        refuse_process(session, lane, role, "runs already");
    } else {
        process_start(session, role);
        lane->wait = BED_SPAWN;
    }
}

void bed_begin(struct session *session, struct lane *lane, json_t *step)
{
    const json_t *action = json_object_get(step, "action");
    const char *what = word(step);

    invoke(session, lane, step);
    lane->waiting = json_incref(step);
    lane->since = now_ns();
    lane->quiet_looks = 0;
    if (strcmp(what, "kill") == 0) {
        kill_role(session, lane, member_text(action, "killed"));
    } else if (strcmp(what, "spawn") == 0) {
        spawn_role(session, lane, member_text(action, "started"));
    } else if (strcmp(what, "await-blocked") == 0) {
        lane->wait = BED_AWAIT;
        bed_attend(session, lane);
    } else if (strcmp(what, "interrupt") == 0) {
        lane->wait = BED_INTERRUPT;
        bed_attend(session, lane);
    } else {
        struct text why = {0};

        text_add(&why, "this agent cannot do '%s' on the test bed", what);
        bed_end(session, lane, "not-run", why.at);
        text_free(&why);
    }
}

/* Whether the system says that a thread sleeps. */
static int is_asleep(pid_t pid, long lwp)
{
#ifdef __linux__
    char path[64];
    char line[512];
    const char *state;
    ssize_t count;
    int file;

    snprintf(path, sizeof path, "/proc/%ld/task/%ld/stat", (long)pid, lwp);
    file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return 0;
    count = read(file, line, sizeof line - 1);
    close(file);
    if (count <= 0)
        return 0;
    line[count] = '\0';
    state = strrchr(line, ')'); /* the name before it may hold anything */
    return state != NULL && (state[2] == 'S' || state[2] == 'D');
#else
    (void)pid;
    (void)lwp;
    return 0;
#endif
}

static void await_blocked(struct session *session, struct lane *lane, const struct open_step *open, const struct lane *target)
{
    const struct process *process = target->role != NULL ? process_find(session, target->role) : NULL;

    if (process != NULL && open->lwp != 0 && is_asleep(process->pid, open->lwp))
        lane->quiet_looks++;
    else
        lane->quiet_looks = 0;
    if (lane->quiet_looks >= LOOKS)
        bed_end(session, lane, "done", "blocked");
}

static void interrupt_once(struct session *session, const struct lane *target, const char *step)
{
    struct process *process = process_find(session, target->role);
    struct text order = {0};

    text_add(&order, "{\"interrupt\":");
    text_add_json(&order, step);
    text_add(&order, ",\"thread\":");
    text_add_json(&order, target->thread);
    text_add(&order, "}\n");
    process_order(process, order.at);
    text_free(&order);
}

/* A signal that comes just before the call blocks is lost on it: so it comes again until the call is over. */
static void interrupt(struct session *session, struct lane *lane, const struct lane *target, const char *step)
{
    struct interruption *interruption;

    if (target->role == NULL) {
        bed_end(session, lane, "not-run", "the step to interrupt is not in a process");
        return;
    }
    interruption = need(sizeof *interruption);
    interruption->step = text_copy(step);
    interruption->gap = first_gap;
    interruption->at = now_ns() + interruption->gap;
    interruption->next = session->interruptions;
    session->interruptions = interruption;
    interrupt_once(session, target, step);
    bed_end(session, lane, "done", "");
}

void bed_interrupt_again(struct session *session)
{
    struct interruption **link = &session->interruptions;

    while (*link != NULL) {
        struct interruption *interruption = *link;
        struct lane *target;

        if (lane_find_open(session, interruption->step, &target) == NULL) {
            *link = interruption->next;
            free(interruption->step);
            free(interruption);
            continue;
        }
        if (now_ns() >= interruption->at) {
            interrupt_once(session, target, interruption->step);
            interruption->gap = interruption->gap * 2 < longest_gap ? interruption->gap * 2 : longest_gap;
            interruption->at = now_ns() + interruption->gap;
        }
        link = &interruption->next;
    }
}

static void attend_target(struct session *session, struct lane *lane)
{
    const char *step = member_text(json_object_get(lane->waiting, "action"), "target");
    struct lane *target;
    const struct open_step *open = lane_find_open(session, step, &target);
    int is_begun = json_object_get(session->begun, step) != NULL;

    if (open == NULL && is_begun) {
        bed_end(session, lane, "done", "over");
    } else if (now_ns() - lane->since > patience) {
        struct text why = {0};

        text_add(&why, "step %s %s within 5 s", step, is_begun ? "neither blocked nor came back" : "was not begun");
        bed_end(session, lane, "not-run", why.at);
        text_free(&why);
    } else if (open != NULL && lane->wait == BED_AWAIT) {
        await_blocked(session, lane, open, target);
    } else if (open != NULL) {
        interrupt(session, lane, target, step);
    }
}

void bed_attend(struct session *session, struct lane *lane)
{
    const struct process *process;

    if (lane->wait == BED_AWAIT || lane->wait == BED_INTERRUPT)
        attend_target(session, lane);
    if (lane->wait != BED_SPAWN)
        return;
    process = process_find(session, member_text(json_object_get(lane->waiting, "action"), "started"));
    if (process->start_fault != NULL)
        bed_end(session, lane, "not-run", process->start_fault);
    else if (process_patience(process) == 0)
        bed_end(session, lane, "done", "");
}
