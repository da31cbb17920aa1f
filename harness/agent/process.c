#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "channel.h"
#include "debugger.h"
#include "heap.h"
#include "library.h"
#include "session.h"
#include "subject.h"

enum { LOAD_SECONDS = 8 };

static void close_what_is_ours(const struct session *session)
{
    for (size_t i = 0; i < sizeof session->private / sizeof *session->private; i++)
        close(session->private[i]);
    close(session->reports);
    for (const struct process *other = session->processes; other != NULL; other = other->next)
        if (other->orders >= 0)
            close(other->orders);
}

static void default_signals(void)
{
    sigset_t none;

    signal(SIGCHLD, SIG_DFL);
    signal(SIGPIPE, SIG_DFL);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

static volatile int *shared_word(void)
{
    void *word = mmap(NULL, sizeof(int), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    if (word == MAP_FAILED)
        give_up("no shared memory for a process: %s", strerror(errno));
    return word;
}

struct process *process_start(struct session *session, const char *role)
{
    struct process *process = need(sizeof *process);
    const json_t *setup = scene_process(&session->scene, role);
    pid_t agent = getpid();
    int ends[2];

    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        give_up("no channel to a process: %s", strerror(errno));
    process->role = member_text(setup, "role");
    process->since = now_ns();
    process->orders = channel_move_high(ends[0]);
    process->last_word = shared_word();
    process->pid = fork();
    if (process->pid < 0)
        give_up("no process can be started: %s", strerror(errno));
    if (process->pid == 0) {
        struct subject subject = {
            .scene = &session->scene,
            .role = process->role,
            .library = session->library,
            .reporter = {session->reports_for_processes, process->last_word},
            .agent = agent,
            .is_traced = session->is_traced,
        };

        close_what_is_ours(session);
        close(process->orders);
        default_signals();
        subject.orders = channel_move_high(ends[1]);
        subject_live(&subject);
    }
    close(ends[1]);
    process->debugger = session->is_traced ? debugger_attach(process->pid) : -1;
    process->next = session->processes;
    session->processes = process;
    return process;
}

/*
 * Milliseconds for which a process may yet be waited for to start; 0 when it has started, has ended, or the library hangs when
 * it is loaded. What hangs there is then taken for started: the harness finds that its first step does not come back.
 */
int process_patience(const struct process *process)
{
    int64_t left = process->since + LOAD_SECONDS * (int64_t)1000000000 - now_ns();

    return process->state == PROCESS_STARTING && left > 0 ? (int)(left / 1000000) + 1 : 0;
}

/* The latest process of a role: one that ended may have been started again. */
struct process *process_find(struct session *session, const char *role)
{
    struct process *process = session->processes;

    while (process != NULL && strcmp(process->role, role) != 0)
        process = process->next;
    return process;
}

struct process *process_of(struct session *session, pid_t pid)
{
    struct process *process = session->processes;

    while (process != NULL && (process->pid != pid || process->state == PROCESS_ENDED))
        process = process->next;
    return process;
}

void process_order(struct process *process, const char *line)
{
    /* One that has ended meanwhile is noticed by its end. */
    if (channel_write(process->orders, line, strlen(line)) != 0 && errno != EPIPE && errno != ECONNRESET)
        give_up("process %s cannot be written to: %s", process->role, strerror(errno));
}

void process_note_end(struct process *process, int status)
{
    process->state = PROCESS_ENDED;
    close(process->orders);
    process->orders = -1;
    process->end.kind = WIFSIGNALED(status) ? "killed" : "exited";
    process->end.has_code = 1;
    process->end.code = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
    if (*process->last_word == LAST_WORD_CHANNEL_CLOSED)
        text_add(&process->end.why, "the implementation closed a descriptor that is not its own: the agent's channel to the process");
    else if (WIFSIGNALED(status))
        text_add(&process->end.why, "the process was ended by signal %d (%s)", WTERMSIG(status), strsignal(WTERMSIG(status)));
    else
        text_add(&process->end.why, "the process exited with code %d", WEXITSTATUS(status));
    munmap((void *)(uintptr_t)process->last_word, sizeof(int));
    process->last_word = NULL;
}

/* Processes that the implementation has started come to the agent when their parents die. */
static void kill_strays(void)
{
#ifdef __linux__
    char path[64];
    FILE *children;
    long pid;
    int found;

    do {
        found = 0;
        snprintf(path, sizeof path, "/proc/self/task/%ld/children", (long)getpid());
        children = fopen(path, "r");
        if (children == NULL)
            return;
        while (fscanf(children, "%ld", &pid) == 1)
            if (kill((pid_t)pid, SIGKILL) == 0 && waitpid((pid_t)pid, NULL, 0) == (pid_t)pid)
                found = 1;
        fclose(children);
    } while (found);
#endif
}

void process_kill_all(struct session *session)
{
    for (struct process *process = session->processes; process != NULL; process = process->next) {
        if (process->state == PROCESS_ENDED)
            continue;
        kill(process->pid, SIGKILL);
        waitpid(process->pid, NULL, 0);
        process_note_end(process, 0);
    }
    for (struct process *process = session->processes; process != NULL; process = process->next)
        if (process->debugger > 0)
            waitpid(process->debugger, NULL, 0);
    kill_strays();
}

void process_free_all(struct session *session)
{
    while (session->processes != NULL) {
        struct process *process = session->processes;

        session->processes = process->next;
        free(process->start_fault);
        free(process->identity);
        end_free(&process->end);
        free(process);
    }
}

static void check_in_child(const struct session *session, int answer) __attribute__((noreturn));

static void check_in_child(const struct session *session, int answer)
{
    struct text missing = {0};
    struct text words = {0};
    const char *fault;

    close_what_is_ours(session);
    default_signals();
    alarm(LOAD_SECONDS);
    heap_own_work(0);
    fault = library_load(session->library);
    heap_own_work(1);
    if (fault != NULL) {
        text_add(&words, "%s", fault);
    } else {
        library_missing(&missing);
        if (missing.length > 0)
            text_add(&words, "the library has no %s", missing.at);
    }
    if (words.length > 0 && channel_write(answer, words.at, words.length) != 0)
        _exit(1);
    _exit(0);
}

const char *library_check(const struct session *session, struct text *fault)
{
    char buffer[4096];
    ssize_t count;
    int ends[2];
    int status = 0;
    pid_t child;

    if (pipe(ends) != 0)
        give_up("no pipe: %s", strerror(errno));
    child = fork();
    if (child < 0)
        give_up("no process can be started: %s", strerror(errno));
    if (child == 0) {
        close(ends[0]);
        check_in_child(session, channel_move_high(ends[1]));
    }
    close(ends[1]);
    while ((count = read(ends[0], buffer, sizeof buffer)) > 0 || (count < 0 && errno == EINTR))
        if (count > 0)
            text_add_bytes(fault, buffer, (size_t)count);
    close(ends[0]);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        continue;
    if (fault->length == 0 && WIFSIGNALED(status))
        text_add(fault, "%s when it is loaded",
            WTERMSIG(status) == SIGALRM ? "it hangs" : strsignal(WTERMSIG(status)));
    else if (fault->length == 0 && WEXITSTATUS(status) != 0)
        text_add(fault, "it ends the process with code %d when it is loaded", WEXITSTATUS(status));
    return fault->length > 0 ? fault->at : NULL;
}
