#include "subject.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "channel.h"
#include "debugger.h"
#include "heap.h"
#include "identity.h"
#include "library.h"
#include "means.h"
#include "step.h"
#include "symbols.h"
#include "values.h"

/* Steps that came in one message. */
struct batch {
    struct batch *next;
    json_t *message;
};

static struct worker *workers;

/* What interrupts a blocked call: a signal that few programs use, with a handler that does nothing. */
static int interruption(void)
{
    return SIGRTMIN + 5;
}

static void awake(int signal)
{
    (void)signal;
}

static void watch_for_interruptions(void)
{
    struct sigaction action;

    memset(&action, 0, sizeof action);
    action.sa_handler = awake;
    sigemptyset(&action.sa_mask);
    sigaction(interruption(), &action, NULL);
}

static struct batch *wait_for_batch(struct worker *worker)
{
    struct batch *batch;

    pthread_mutex_lock(&worker->lock);
    while (worker->first == NULL)
        pthread_cond_wait(&worker->arrived, &worker->lock);
    batch = worker->first;
    worker->first = batch->next;
    pthread_mutex_unlock(&worker->lock);
    return batch;
}

static void *work(void *argument)
{
    struct worker *worker = argument;
    struct batch *batch;
    json_t *step;
    size_t i;

    heap_own_work(1);
    worker->number = means_thread_number();
    for (;;) {
        batch = wait_for_batch(worker);
        json_array_foreach(json_object_get(batch->message, "steps"), i, step)
            step_do(worker, step, NULL);
        json_decref(batch->message);
        free(batch);
    }
    return NULL;
}

static struct worker *find_worker(const char *name)
{
    struct worker *worker = workers;

    while (worker != NULL && strcmp(worker->name, name) != 0)
        worker = worker->next;
    return worker;
}

static struct worker *start_worker(const struct subject *subject, const char *name)
{
    struct worker *worker = need(sizeof *worker);
    int failure;

    worker->scene = subject->scene;
    worker->role = subject->role;
    worker->node = member_text(scene_process(subject->scene, subject->role), "node");
    worker->name = text_copy(name);
    pthread_mutex_init(&worker->lock, NULL);
    pthread_cond_init(&worker->arrived, NULL);
    worker->next = workers;
    workers = worker;
    failure = pthread_create(&worker->thread, NULL, work, worker);
    if (failure != 0)
        give_up("thread %s cannot be started: %s", name, strerror(failure));
    return worker;
}

static void take_steps(const struct subject *subject, json_t *message)
{
    const char *name = member_text(message, "thread");
    struct worker *worker = find_worker(name);
    struct batch *batch = need(sizeof *batch);

    if (worker == NULL)
        worker = start_worker(subject, name);
    batch->message = json_incref(message);
    pthread_mutex_lock(&worker->lock);
    if (worker->first == NULL)
        worker->first = batch;
    else
        worker->last->next = batch;
    worker->last = batch;
    pthread_cond_signal(&worker->arrived);
    pthread_mutex_unlock(&worker->lock);
}

/* The lock keeps the signal inside the step: a thread whose step ends has to wait for it. */
static void interrupt(const json_t *message)
{
    struct worker *worker = find_worker(member_text(message, "thread"));

    if (worker == NULL)
        return;
    pthread_mutex_lock(&worker->lock);
    if (worker->interruptible != NULL && strcmp(worker->interruptible, member_text(message, "interrupt")) == 0)
        pthread_kill(worker->thread, interruption());
    pthread_mutex_unlock(&worker->lock);
}

static void obey(const struct subject *subject, const char *line)
{
    json_error_t error;
    json_t *message = json_loads(line, 0, &error);

    if (message == NULL)
        give_up("an order that cannot be read: %s", error.text);
    if (json_object_get(message, "steps") != NULL)
        take_steps(subject, message);
    else if (json_object_get(message, "interrupt") != NULL)
        interrupt(message);
    else
        symbol_bind(SYMBOL_SEGMENT, member_text(message, "bind"), (uintptr_t)json_integer_value(json_object_get(message, "id")));
    json_decref(message);
}

/* Sets a variable; {role} in its value stands for the role of the process. */
static int set_variable(const struct subject *subject, const char *name, const char *value)
{
    static const char word[] = "{role}";
    const char *at = strstr(value, word);
    struct text filled = {0};
    int set;

    if (at == NULL)
        return setenv(name, value, 1) == 0;
    text_add(&filled, "%.*s%s%s", (int)(at - value), value, subject->role, at + sizeof word - 1);
    set = setenv(name, filled.at, 1) == 0;
    text_free(&filled);
    return set;
}

/* The variables that the bed sets on the node of the process. */
static void set_environment(const struct subject *subject, const char *node)
{
    const json_t *variable;
    size_t i;

    json_array_foreach(json_object_get(subject->scene->open, "environment"), i, variable)
        if (strcmp(member_text(variable, "node"), node) == 0
            && !set_variable(subject, member_text(variable, "name"), member_text(variable, "value")))
            give_up("the variable %s cannot be set: %s", member_text(variable, "name"), strerror(errno));
}

static void tell(const char *kind, const char *role, const char *words)
{
    struct text datagram = {0};

    text_add(&datagram, "%s\t%s\t%s\n", kind, role, words);
    report(&datagram);
    text_free(&datagram);
}

static void fail(const struct subject *subject, const char *words)
{
    tell("F", subject->role, words);
    _exit(1);
}

/* A process like any that a shell starts: no core files, no signals changed, only its own descriptors. */
static void settle(const struct subject *subject)
{
    static const struct rlimit no_core;
    uint32_t mask = 0;
    struct text why = {0};
    const json_t *process = scene_process(subject->scene, subject->role);
    const json_t *identity = scene_identity(subject->scene, member_text(process, "class"));

    setrlimit(RLIMIT_CORE, &no_core);
    signal(SIGPIPE, SIG_DFL);
    signal(SIGINT, SIG_DFL);
    identity_die_with_parent();
    set_environment(subject, member_text(process, "node"));
    if (identity == NULL)
        fail(subject, "the setup has no identity for the process");
    if (!identity_take(identity, &why))
        fail(subject, why.at);
    if (!value_permission(member_text(process, "umask"), &mask))
        fail(subject, "the umask of the process is no octal number");
    umask((mode_t)mask);
    if (getppid() != subject->agent)
        _exit(1); /* the agent died before the system was told to take this process with it */
}

static void bind_segments(const struct scene *scene)
{
    const json_t *segment;
    size_t i;

    json_array_foreach(json_object_get(scene->setup, "segments"), i, segment)
        symbol_bind(SYMBOL_SEGMENT, member_text(segment, "symbol"), (uintptr_t)json_integer_value(json_object_get(segment, "id")));
}

void subject_live(const struct subject *subject)
{
    struct lines orders = {.descriptor = subject->orders};
    struct text identity = {0};
    const char *fault;
    char *line;

    report_to(&subject->reporter);
    settle(subject);
    if (subject->is_traced)
        debugger_wait_for();
    heap_own_work(0);
    fault = library_load(subject->library);
    heap_own_work(1);
    if (fault != NULL)
        fail(subject, fault);
    watch_for_interruptions();
    bind_segments(subject->scene);
    identity_write(&identity);
    tell("R", subject->role, identity.at);
    text_free(&identity);
    for (;;) {
        while ((line = lines_next(&orders)) != NULL)
            obey(subject, line);
        if (!lines_fill(&orders))
            break;
    }
    /* The agent is gone, or the implementation has closed what is not its own: then the next report will tell. */
    if (!report_owns(subject->reporter.descriptor))
        *subject->reporter.last_word = LAST_WORD_CHANNEL_CLOSED;
    _exit(1);
}
