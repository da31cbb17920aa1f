/*
 * A link made before the segment is republished keeps working with the rights it was made with; a
 * connect made after it is judged by the new access list.
 *
 * Assertion: connect.effect.survives-republish
 * Source:    rsm_memseg_import_connect(3RSM), DESCRIPTION
 * Expected:  RSMERR_SEG_NOT_PUBLISHED_TO_NODE from rsm_memseg_import_connect
 * Seen:      RSMERR_PERM_DENIED
 *
 * Reduced from the case connect.effect.survives-republish/dropped-with-link-perm-0400: 8 of 8 steps, 2
 * of 2 processes, 2 of 2 threads.
 *
 * Build:  cc -std=c11 -pthread -I DIR_OF_RSMAPI_H THIS.c -o repro -L DIR_OF_LIBRSM -lrsm -Wl,-rpath,DIR_OF_LIBRSM
 * Run:    ./repro, as root: its processes become different users, who must be able to read the library
 * Exit:   0 the library does as expected; 1 it does not; 2 the scene could not be set
 */

#define _GNU_SOURCE
#include <rsmapi.h>
#include <errno.h>
#include <grp.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define EXPECTED "RSMERR_SEG_NOT_PUBLISHED_TO_NODE from rsm_memseg_import_connect"
#define SECONDS 30 /* how long it may take */

/* The test bed: another may have others. */
#define ID_S1 0x600000
#define NODE_A 1
#define NODE_B 2
#define NODE_C 65537
#define PAGE 4096

/* The processes, and the moments that others wait for; the first are that a process is through. */
enum { EXPORTER, IMPORTER, PROCESSES };
enum {
    EXPORTER_PUBLISH_DONE = PROCESSES,
    IMPORTER_CONNECT_DONE,
    EXPORTER_REPUBLISH_DONE,
    LATCHES
};

static struct {
    sem_t latch[LATCHES];
    pid_t pid[PROCESSES];
} *shared;

/* What sets the scene must succeed. */
#define OK(...) gives(RSM_SUCCESS, (__VA_ARGS__), #__VA_ARGS__)

/* The tools, which are at the end. */
static void fail(const char *seen);
static void gives(int wanted, int code, const char *call);
static void *pages(size_t length);
static void become(uid_t uid, gid_t gid, size_t count, const gid_t *groups);
static void tell(int latch);
static void await(int latch);
static void start(int process, void (*body)(void));
static void share(void);
static void limit_time(void);
static const char *name_of(int code);
static int out_of_time(void);
static int end_of(pid_t pid, int status);

/* exporter, a process on node B. */
static void exporter(void)
{
    rsmapi_controller_handle_t ctl;
    void *mem;
    rsm_memseg_export_handle_t exp;

    become(1001, 66537, 0, NULL); /* owner */
    umask(0022);
    OK(rsm_get_controller("sci0", &ctl));
    mem = pages(2 * PAGE);
    OK(rsm_memseg_export_create(ctl, &exp, mem, 2 * PAGE, 0));
    OK(rsm_memseg_export_publish(exp, &(rsm_memseg_id_t){ID_S1}, (rsmapi_access_entry_t[]){{NODE_A, 0666}}, 1));
    tell(EXPORTER_PUBLISH_DONE);
    await(IMPORTER_CONNECT_DONE);
    OK(rsm_memseg_export_republish(exp, (rsmapi_access_entry_t[]){{NODE_C, 0666}}, 1));
    tell(EXPORTER_REPUBLISH_DONE);
}

/* importer, a process on node A. */
static void importer(void)
{
    rsmapi_controller_handle_t ctl;
    rsm_memseg_import_handle_t twin;
    rsm_memseg_import_handle_t imp;
    int code;

    become(1001, 66537, 0, NULL); /* owner */
    umask(0022);
    await(EXPORTER_PUBLISH_DONE);
    OK(rsm_get_controller("sci0", &ctl));
    OK(rsm_memseg_import_connect(ctl, NODE_B, ID_S1, RSM_PERM_READ, &twin));
    tell(IMPORTER_CONNECT_DONE);
    await(EXPORTER_REPUBLISH_DONE);
    /* Here it fails. Expected: RSMERR_SEG_NOT_PUBLISHED_TO_NODE from rsm_memseg_import_connect. Seen: RSMERR_PERM_DENIED. */
    code = rsm_memseg_import_connect(ctl, NODE_B, ID_S1, RSM_PERM_READ, &imp);
    if (code != RSMERR_SEG_NOT_PUBLISHED_TO_NODE)
        fail(name_of(code));
}

int main(void)
{
    int verdict = 0;
    int status;

    share();
    start(EXPORTER, exporter);
    start(IMPORTER, importer);
    limit_time();
    for (int left = PROCESSES; left > 0 && verdict == 0; left--) {
        pid_t ended = wait(&status);

        verdict = ended < 0 ? out_of_time() : end_of(ended, status);
    }
    for (int i = 0; i < PROCESSES; i++)
        if (shared->pid[i] > 0)
            kill(shared->pid[i], SIGKILL);
    while (wait(NULL) > 0)
        ;
    if (verdict == 0)
        puts("as expected: " EXPECTED);
    return verdict;
}

static void leave(int code)
{
    fflush(stdout);
    _exit(code);
}

static void stop(const char *what)
{
    printf("set-up failed: %s: %s\n", what, strerror(errno));
    leave(2);
}

static void fail(const char *seen)
{
    printf("expected: %s\nseen:     %s\n", EXPECTED, seen);
    leave(1);
}

static void gives(int wanted, int code, const char *call)
{
    if (code == wanted)
        return;
    printf("set-up failed: %s returned %d where %d was needed\n", call, code, wanted);
    leave(2);
}

static void *pages(size_t length)
{
    void *memory = mmap(NULL, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    if (memory == MAP_FAILED)
        stop("mmap");
    return memory;
}

/* Makes the process another user; it keeps the way back for the next change. */
static void become(uid_t uid, gid_t gid, size_t count, const gid_t *groups)
{
    if ((geteuid() != 0 && seteuid(0) != 0) || setgroups(count, groups) != 0 || setresgid(gid, gid, 0) != 0
        || setresuid(uid, uid, 0) != 0)
        stop("this program must be started by root, for its processes are different users");
    prctl(PR_SET_DUMPABLE, 1); /* so that it may look at its own descriptors */
}

/* Opens a latch, for good. */
static void tell(int latch)
{
    sem_post(&shared->latch[latch]);
}

/* Waits until a latch is open. */
static void await(int latch)
{
    while (sem_wait(&shared->latch[latch]) != 0)
        ;
    sem_post(&shared->latch[latch]);
}

/* Starts a process. It stays until the others are through: what it holds would go with it. */
static void start(int process, void (*body)(void))
{
    pid_t pid = fork();

    if (pid < 0)
        stop("fork");
    if (pid == 0) {
        body();
        tell(process);
        for (int other = 0; other < PROCESSES; other++)
            await(other);
        _exit(0);
    }
    shared->pid[process] = pid;
}

static void share(void)
{
    shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        stop("mmap");
    for (int i = 0; i < LATCHES; i++)
        sem_init(&shared->latch[i], 1, 0);
}

static void ring(int signal)
{
    (void)signal;
}

/* Lets wait() come back when the time is over. */
static void limit_time(void)
{
    struct sigaction action;

    memset(&action, 0, sizeof action);
    action.sa_handler = ring;
    sigaction(SIGALRM, &action, NULL);
    alarm(SECONDS);
}

static const char *name_of(int code)
{
    static char text[32];

    if (code == RSM_SUCCESS)
        return "RSM_SUCCESS";
    if (code == RSMERR_PERM_DENIED)
        return "RSMERR_PERM_DENIED";
    snprintf(text, sizeof text, "the code %d", code);
    return text;
}

/* The time is over. */
static int out_of_time(void)
{
    printf("set-up failed: not over within %d s\n", SECONDS);
    return 2;
}

/* A process has ended: what does that say? */
static int end_of(pid_t pid, int status)
{
    int process = 0;

    while (shared->pid[process] != pid)
        process++;
    shared->pid[process] = 0;
    if (WIFEXITED(status) && WEXITSTATUS(status) <= 2)
        return WEXITSTATUS(status);
    if (WIFEXITED(status))
        printf("set-up failed: a process ended with %d\n", WEXITSTATUS(status));
    else
        printf("set-up failed: a process was killed by signal %d\n", WTERMSIG(status));
    return 2;
}
