/*
 * A session of the agent: its processes, one a role, the lanes in which their steps wait, and what was told to the
 * harness. The agent has one thread; what it waits for comes through the loop in main.
 */
#ifndef RSM_AGENT_SESSION_H
#define RSM_AGENT_SESSION_H

#include <stdint.h>
#include <sys/types.h>

#include "event.h"
#include "scene.h"

/* A step under way. */
struct open_step {
    struct open_step *outer;
    char *step;
    long iteration;
    char *value; /* NULL outside of sweeps */
    long lwp;    /* the system's number of the thread; 0 for the test bed */
};

struct waiting_step {
    struct waiting_step *next;
    json_t *step;
};

/* What a step of the test bed waits for. */
enum bed_wait { BED_NOTHING, BED_AWAIT, BED_INTERRUPT, BED_SPAWN };

/* One thread of one process, or of the test bed. */
struct lane {
    struct lane *next;
    char *role; /* NULL for the test bed */
    char *thread;
    struct waiting_step *queue; /* came, and neither begun here nor sent to the process */
    struct waiting_step *sent;  /* at the process, the first perhaps under way */
    struct open_step *open;     /* innermost first */

    enum bed_wait wait;
    json_t *waiting; /* the step of the test bed that is under way */
    int64_t since;   /* when it began, in ns */
    int quiet_looks; /* how often its target was seen to sleep, one look after the other */
};

enum process_state { PROCESS_STARTING, PROCESS_RUNS, PROCESS_ENDED };

struct process {
    struct process *next;
    const char *role; /* lives as long as the scene */
    pid_t pid;
    int64_t since;  /* when it was started, in ns */
    pid_t debugger; /* -1 when there is none */
    int orders;     /* where its lines go */
    volatile int *last_word;
    enum process_state state;
    int is_told;       /* whether the trace says that it has ended */
    char *start_fault; /* why it did not start; NULL when it did */
    char *identity;    /* who the system says that it is, as JSON; NULL until it runs */
    struct end end;    /* how it ended */
};

/* A signal that is repeated until its step comes back. */
struct interruption {
    struct interruption *next;
    char *step;
    int64_t at; /* when the next one is due, in ns */
    int64_t gap;
};

struct session {
    int is_open;
    int is_opening;
    int is_traced;
    const char *library;
    struct scene scene;
    struct process *processes;
    struct lane *lanes;
    struct interruption *interruptions;
    json_t *begun; /* the ids of the steps that were ever begun, as keys */
    long next_seq;
    struct place last; /* where the event before was; strings of its own */
    int has_last;
    int private[4]; /* descriptors that no process under test may have */
    int reports;    /* another one */
    int reports_for_processes;
    struct text out; /* lines for the harness */
};

int64_t now_ns(void);

/* main: the messages of the harness, answered in out. */
void session_take(struct session *session, const char *line);

/* Reads what processes have reported, notices which have ended, goes on with what waits. */
void session_attend(struct session *session);

/* Milliseconds until the session has something to do by itself; -1 when it waits for others. */
int session_pause(const struct session *session);

/* Ends everything that the session started. */
void session_end(struct session *session);

/* process.c */
struct process *process_start(struct session *session, const char *role);
struct process *process_find(struct session *session, const char *role);
int process_patience(const struct process *process);
struct process *process_of(struct session *session, pid_t pid);
void process_order(struct process *process, const char *line);
void process_note_end(struct process *process, int status);
void process_kill_all(struct session *session);
void process_free_all(struct session *session);
const char *library_check(const struct session *session, struct text *fault);

/* lane.c */
void lane_add(struct session *session, json_t *step);
void lane_advance(struct session *session, struct lane *lane);
void lane_begin(struct session *session, struct lane *lane, const char *members, const char *step, long iteration,
    const char *value, long lwp);
void lane_end(struct session *session, struct lane *lane, const char *members);
struct lane *lane_of(struct session *session, const char *role, const char *thread);
void lanes_of_ended(struct session *session, struct process *process);
void lanes_tell_last(struct session *session);
struct open_step *lane_find_open(struct session *session, const char *step, struct lane **lane);
void lane_free_all(struct session *session);

/* bed.c: the steps that are the agent's own to do. */
int bed_does(const json_t *step);
void bed_begin(struct session *session, struct lane *lane, json_t *step);
void bed_attend(struct session *session, struct lane *lane);
void bed_interrupt_again(struct session *session);

/* bed.c and lane.c: a step that the agent itself ends. */
void bed_end(struct session *session, struct lane *lane, const char *kind, const char *why);
void bed_refuse(struct session *session, struct lane *lane, const json_t *step, const char *why);

/* session.c */
void session_collect(struct session *session); /* reports only */
void session_fail(struct session *session, const char *why);

#endif
