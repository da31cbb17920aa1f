/*
 * rsm-agent: speaks the agent protocol for a librsm.so. This program never loads the library itself: it forks a fresh
 * process for every role of every session, which does, and outlives whatever happens there.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include "channel.h"
#include "heap.h"
#include "report.h"
#include "session.h"

enum { EXIT_USAGE = 2 };

static const char usage[] =
    "usage: rsm-agent --library PATH [--socket PATH]\n"
    "\n"
    "Speaks the agent protocol (PROTOCOL.md) for a librsm.so, on standard input and output or on a Unix socket.\n"
    "\n"
    "  --library PATH  the library under test\n"
    "  --socket PATH   connect to this socket and converse there\n";

static int child_ended;

static void note_child(int signal)
{
    int saved = errno;

    (void)signal;
    /* A full pipe says the same. */
    if (write(child_ended, "", 1) < 0 && errno != EAGAIN)
        _exit(1);
    errno = saved;
}

static void refuse_usage(const char *what, const char *which) __attribute__((noreturn));

static void refuse_usage(const char *what, const char *which)
{
    fprintf(stderr, "rsm-agent: %s%s\n%s", what, which, usage);
    exit(EXIT_USAGE);
}

static const char *read_options(struct session *session, char **words)
{
    const char *socket_path = NULL;

    for (int i = 1; words[i] != NULL; i++) {
        const char *option = words[i];

        if (strcmp(option, "--help") == 0) {
            fputs(usage, stdout);
            exit(0);
        }
        if (words[i + 1] == NULL)
            refuse_usage("a value is missing, or the option is unknown: ", option);
        i++;
        if (strcmp(option, "--library") == 0)
            session->library = words[i];
        else if (strcmp(option, "--socket") == 0)
            socket_path = words[i];
        else
            refuse_usage("unknown option ", option);
    }
    if (session->library == NULL)
        refuse_usage("--library is missing", "");
    return socket_path;
}

/* A path without a slash would be looked for where the system keeps its libraries. */
static const char *with_slash(const char *path)
{
    struct text full = {0};

    if (strchr(path, '/') != NULL)
        return path;
    text_add(&full, "./%s", path);
    return full.at;
}

/* Standard input becomes empty and standard output an error output: they are the implementation's now. */
static void open_channel(const char *socket_path, int *in, int *out)
{
    int nothing = open("/dev/null", O_RDONLY);

    if (nothing < 0)
        give_up("/dev/null: %s", strerror(errno));
    if (socket_path != NULL) {
        *in = channel_connect(socket_path);
        if (*in < 0)
            give_up("%s: the harness does not listen there: %s", socket_path, strerror(errno));
        *in = *out = channel_move_high(*in);
    } else {
        *in = channel_move_high(dup(STDIN_FILENO));
        *out = channel_move_high(dup(STDOUT_FILENO));
        dup2(STDERR_FILENO, STDOUT_FILENO);
    }
    dup2(nothing, STDIN_FILENO);
    close(nothing);
}

static void prepare_signals(int *ended)
{
    struct sigaction action;
    int ends[2];

    if (pipe(ends) != 0)
        give_up("no pipe: %s", strerror(errno));
    *ended = channel_move_high(ends[0]);
    child_ended = channel_move_high(ends[1]);
    fcntl(*ended, F_SETFL, O_NONBLOCK);
    fcntl(child_ended, F_SETFL, O_NONBLOCK);
    memset(&action, 0, sizeof action);
    action.sa_handler = note_child;
    action.sa_flags = SA_RESTART | SA_NOCLDSTOP;
    sigemptyset(&action.sa_mask);
    sigaction(SIGCHLD, &action, NULL);
    signal(SIGPIPE, SIG_IGN);
}

static void prepare_reports(struct session *session)
{
    int size = 4 * REPORT_LIMIT;
    int ends[2];

    if (socketpair(AF_UNIX, SOCK_DGRAM, 0, ends) != 0)
        give_up("no socket: %s", strerror(errno));
    session->reports = channel_move_high(ends[0]);
    session->reports_for_processes = channel_move_high(ends[1]);
    if (setsockopt(session->reports_for_processes, SOL_SOCKET, SO_SNDBUF, &size, sizeof size) != 0)
        give_up("a socket cannot be made large: %s", strerror(errno));
}

static void converse(struct session *session, int in, int out, int ended)
{
    struct lines lines = {.descriptor = in};
    struct pollfd events[] = {{.fd = in, .events = POLLIN}, {.fd = session->reports, .events = POLLIN}, {.fd = ended, .events = POLLIN}};
    char drained[64];
    char *line;

    for (;;) {
        if (poll(events, 3, session_pause(session)) < 0 && errno != EINTR)
            give_up("poll: %s", strerror(errno));
        while (read(ended, drained, sizeof drained) > 0)
            continue;
        if (events[0].revents != 0) {
            if (!lines_fill(&lines))
                break;
            while ((line = lines_next(&lines)) != NULL)
                session_take(session, line);
        }
        session_attend(session);
        if (session->out.length > 0 && channel_write(out, session->out.at, session->out.length) != 0)
            break;
        text_clear(&session->out);
    }
    text_free(&lines.pending);
}

int main(int count, char **words)
{
    struct session session;
    const char *socket_path;
    int in;
    int out;
    int ended;

    (void)count;
    heap_own_work(1);
    memset(&session, 0, sizeof session);
    json_object_seed(0);
    socket_path = read_options(&session, words);
    session.library = with_slash(session.library);
    /* What a terminal sends to the harness is not meant for the implementation. */
    setsid();
#ifdef __linux__
    prctl(PR_SET_CHILD_SUBREAPER, 1);
#endif
    open_channel(socket_path, &in, &out);
    prepare_signals(&ended);
    session.private[0] = in;
    session.private[1] = out;
    session.private[2] = ended;
    session.private[3] = child_ended;
    prepare_reports(&session);
    converse(&session, in, out, ended);
    session_end(&session);
    text_free(&session.out);
    return 0;
}
