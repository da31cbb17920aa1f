#include "debugger.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "text.h"

enum { PATIENCE_MS = 5000, LOOK_MS = 2 };

int debugger_is_there(void)
{
    const char *path = getenv("PATH");
    struct text file = {0};
    int found = 0;

    while (path != NULL && *path != '\0' && !found) {
        size_t length = strcspn(path, ":");

        text_clear(&file);
        text_add_bytes(&file, path, length);
        text_add(&file, "/gdb");
        found = access(file.at, X_OK) == 0;
        path += length + (path[length] == ':');
    }
    text_free(&file);
    return found;
}

static void look_again(void)
{
    static const struct timespec pause = {0, LOOK_MS * 1000000};

    nanosleep(&pause, NULL);
}

static pid_t run_gdb(pid_t subject, char *const commands[])
{
    char number[24];
    char *words[24] = {"gdb", "-q", "-nx", "-batch", "-p", number};
    int count = 6;
    pid_t gdb;

    snprintf(number, sizeof number, "%ld", (long)subject);
    for (int i = 0; commands[i] != NULL; i++) {
        words[count++] = "-ex";
        words[count++] = commands[i];
    }
    gdb = fork();
    if (gdb == 0) {
        /* Debug information is not fetched from anywhere. */
        unsetenv("DEBUGINFOD_URLS");
        dup2(STDERR_FILENO, STDOUT_FILENO);
        execvp(words[0], words);
        _exit(127);
    }
    return gdb;
}

pid_t debugger_attach(pid_t subject)
{
    static char *const commands[] = {
        "set pagination off", "handle SIG39 SIGPIPE nostop noprint pass", "continue", "thread apply all backtrace 24", "kill", NULL,
    };

    return run_gdb(subject, commands);
}

void debugger_wait_for(void)
{
#ifdef __linux__
    char line[256];
    int tracer = 0;

    for (int waited = 0; tracer == 0 && waited < PATIENCE_MS; waited += LOOK_MS) {
        FILE *status = fopen("/proc/self/status", "r");

        if (status == NULL)
            return;
        while (fgets(line, sizeof line, status) != NULL)
            if (sscanf(line, "TracerPid: %d", &tracer) == 1)
                break;
        fclose(status);
        if (tracer == 0)
            look_again();
    }
#endif
}

#ifdef __linux__
static void copy_proc_file(pid_t subject, const char *thread, const char *file)
{
    char path[300];
    char buffer[2048];
    ssize_t count;
    int from;

    snprintf(path, sizeof path, "/proc/%ld/task/%s/%s", (long)subject, thread, file);
    from = open(path, O_RDONLY | O_CLOEXEC);
    count = from >= 0 ? read(from, buffer, sizeof buffer - 1) : -1;
    if (count > 0) {
        buffer[count] = '\0';
        fprintf(stderr, "  %s: %s%s", file, buffer, buffer[count - 1] == '\n' ? "" : "\n");
    }
    if (from >= 0)
        close(from);
}
#endif

static void kernel_stacks(pid_t subject)
{
#ifdef __linux__
    char path[64];
    DIR *tasks;

    snprintf(path, sizeof path, "/proc/%ld/task", (long)subject);
    tasks = opendir(path);
    if (tasks == NULL)
        return;
    for (struct dirent *task = readdir(tasks); task != NULL; task = readdir(tasks)) {
        if (task->d_name[0] == '.')
            continue;
        fprintf(stderr, " thread %s\n", task->d_name);
        copy_proc_file(subject, task->d_name, "wchan");
        copy_proc_file(subject, task->d_name, "syscall");
        copy_proc_file(subject, task->d_name, "stack");
    }
    closedir(tasks);
#else
    (void)subject;
#endif
}

/* Waits for gdb, but not for ever: a process that hangs may hang its debugger too. */
static int waited_for(pid_t gdb)
{
    int status = 0;

    for (int waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
        if (waitpid(gdb, &status, WNOHANG) == gdb)
            return WIFEXITED(status) && WEXITSTATUS(status) == 0;
        look_again();
    }
    kill(gdb, SIGKILL);
    waitpid(gdb, &status, 0);
    return 0;
}

void debugger_stacks(pid_t subject, const char *role)
{
    static char *const commands[] = {"set pagination off", "thread apply all backtrace 24", "detach", NULL};
    pid_t gdb = debugger_is_there() ? run_gdb(subject, commands) : -1;

    fprintf(stderr, "rsm-agent: the threads of process %s (%ld)\n", role, (long)subject);
    if (gdb < 0 || !waited_for(gdb))
        kernel_stacks(subject);
}
