/*: fill */
/* The bytes of a pattern; pattern 0 is zeroes. */
static unsigned char byte_of(unsigned pattern, size_t i)
{
    return pattern == 0 ? 0 : (unsigned char)(pattern * 37 + i + i / 251);
}

static void fill(void *to, size_t length, unsigned pattern)
{
    for (size_t i = 0; i < length; i++)
        ((volatile unsigned char *)to)[i] = byte_of(pattern, i);
}

/*: differs; needs fill */
static int differs(const void *from, size_t length, unsigned pattern)
{
    for (size_t i = 0; i < length; i++)
        if (((const volatile unsigned char *)from)[i] != byte_of(pattern, i))
            return 1;
    return 0;
}

/*: read_all */
static void read_all(const void *from, size_t length)
{
    for (size_t i = 0; i < length; i++)
        (void)((const volatile unsigned char *)from)[i];
}

/*: at */
static void *at(void *start, long offset)
{
    return (char *)start + offset;
}

/*: leave_at_once; includes stdio.h unistd.h */
static void leave(int code)
{
    fflush(stdout);
    _exit(code);
}

/*: leave_in_order; includes stdlib.h */
static void leave(int code)
{
    exit(code);
}

/*: stop; needs leave; includes stdio.h errno.h string.h */
static void stop(const char *what)
{
    printf("set-up failed: %s: %s\n", what, strerror(errno));
    leave(2);
}

/*: fail; needs leave; includes stdio.h */
static void fail(const char *seen)
{
    printf("expected: %s\nseen:     %s\n", EXPECTED, seen);
    leave(1);
}

/*: gives; needs leave; includes stdio.h */
static void gives(int wanted, int code, const char *call)
{
    if (code == wanted)
        return;
    printf("set-up failed: %s returned %d where %d was needed\n", call, code, wanted);
    leave(2);
}

/*: OK; needs gives */
/* What sets the scene must succeed. */
#define OK(...) gives(RSM_SUCCESS, (__VA_ARGS__), #__VA_ARGS__)

/*: GIVES; needs gives */
/* What sets the scene must fail with this code. */
#define GIVES(code, ...) gives(code, (__VA_ARGS__), #__VA_ARGS__)

/*: pages; needs stop; includes sys/mman.h */
static void *pages(size_t length)
{
    void *memory = mmap(NULL, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    if (memory == MAP_FAILED)
        stop("mmap");
    return memory;
}

/*: pages_of_pattern; needs fill pages */
static void *pages_of_pattern(size_t length, unsigned pattern)
{
    void *memory = pages(length);

    fill(memory, length, pattern);
    return memory;
}

/*: read_only; needs stop; includes sys/mman.h */
/* Memory that can be read and not written. */
static void *read_only(void)
{
    void *memory = mmap(NULL, 16 * PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    if (memory == MAP_FAILED)
        stop("mmap");
    return memory;
}

/*: UNMAPPED */
/* An address where nothing is ever mapped. */
#define UNMAPPED ((void *)0x8000)

/*: garbage; includes string.h */
/* A value that was never a handle: it points to memory that means nothing. */
static void *garbage(void)
{
    static char junk[4096];

    memset(junk, 0xA5, sizeof junk);
    return junk + 1024;
}

/*: landing; includes setjmp.h */
/* Where a load or store that faults comes back to. */
static sigjmp_buf landing;

/*: accesses; needs landing; includes signal.h string.h */
static void caught(int signal)
{
    (void)signal;
    siglongjmp(landing, 1);
}

static void catch_faults(void (*handler)(int))
{
    struct sigaction action;

    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    sigaction(SIGSEGV, &action, NULL);
    sigaction(SIGBUS, &action, NULL);
}

/*: read_faults; needs accesses read_all */
static int read_faults(const void *from, size_t length)
{
    int faulted = sigsetjmp(landing, 1);

    catch_faults(faulted ? SIG_DFL : caught);
    if (!faulted)
        read_all(from, length);
    catch_faults(SIG_DFL);
    return faulted;
}

/*: write_faults; needs accesses fill */
static int write_faults(void *to, size_t length, unsigned pattern)
{
    int faulted = sigsetjmp(landing, 1);

    catch_faults(faulted ? SIG_DFL : caught);
    if (!faulted)
        fill(to, length, pattern);
    catch_faults(SIG_DFL);
    return faulted;
}

/*: count_descriptors; needs stop; includes dirent.h */
static long count_descriptors(void)
{
    DIR *folder = opendir("/proc/self/fd");
    long count = -3; /* ".", ".." and the folder's own */

    if (folder == NULL)
        stop("/proc/self/fd");
    while (readdir(folder) != NULL)
        count++;
    closedir(folder);
    return count;
}

/*: count_mappings; needs stop; includes fcntl.h unistd.h */
static long count_mappings(void)
{
    static char text[4096];
    int maps = open("/proc/self/maps", O_RDONLY);
    long lines = 0;
    ssize_t length;

    if (maps < 0)
        stop("/proc/self/maps");
    while ((length = read(maps, text, sizeof text)) > 0)
        for (ssize_t i = 0; i < length; i++)
            lines += text[i] == '\n';
    close(maps);
    return lines;
}

/*: count_by_command; needs stop; includes stdio.h */
/* A number that a command of the test bed prints. */
static long count_by_command(const char *command)
{
    FILE *output = popen(command, "r");
    long number;

    if (output == NULL || fscanf(output, "%ld", &number) != 1 || pclose(output) != 0)
        stop(command);
    return number;
}

/*: heap; needs heap_functions */
/* This program has a malloc of its own, below: it counts blocks, and can let one allocation fail. */
static long heap_blocks;
static _Thread_local int fail_allocation; /* counts down; the one that reaches 0 fails */

/*: heap_functions; includes stddef.h */
/* In front of the malloc of glibc. */
extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void __libc_free(void *);

static void *count_block(void *block)
{
    if (block != NULL)
        __atomic_add_fetch(&heap_blocks, 1, __ATOMIC_RELAXED);
    return block;
}

void *malloc(size_t size)
{
    return fail_allocation > 0 && --fail_allocation == 0 ? NULL : count_block(__libc_malloc(size));
}

void *calloc(size_t count, size_t size)
{
    return fail_allocation > 0 && --fail_allocation == 0 ? NULL : count_block(__libc_calloc(count, size));
}

void *realloc(void *block, size_t size)
{
    if (fail_allocation > 0 && --fail_allocation == 0)
        return NULL;
    return block == NULL ? count_block(__libc_malloc(size)) : __libc_realloc(block, size);
}

void free(void *block)
{
    if (block != NULL)
        __atomic_sub_fetch(&heap_blocks, 1, __ATOMIC_RELAXED);
    __libc_free(block);
}

/*: count_heap_blocks; needs heap */
static long count_heap_blocks(void)
{
    return __atomic_load_n(&heap_blocks, __ATOMIC_RELAXED);
}

/*: limit_descriptors; needs stop; includes fcntl.h sys/resource.h */
/* Lets the process open so many further descriptors; -1 lifts the limit. */
static void limit_descriptors(int remaining)
{
    struct rlimit limit;

    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        stop("getrlimit");
    limit.rlim_cur = remaining < 0 ? limit.rlim_max : 0;
    while (remaining > 0 || (remaining == 0 && fcntl((int)limit.rlim_cur, F_GETFD) >= 0)) {
        remaining -= fcntl((int)limit.rlim_cur, F_GETFD) < 0;
        limit.rlim_cur++;
    }
    if (setrlimit(RLIMIT_NOFILE, &limit) != 0)
        stop("setrlimit");
}

/*: become; needs stop; includes grp.h sys/prctl.h unistd.h */
/* Makes the process another user; it keeps the way back for the next change. */
static void become(uid_t uid, gid_t gid, size_t count, const gid_t *groups)
{
    if ((geteuid() != 0 && seteuid(0) != 0) || setgroups(count, groups) != 0 || setresgid(gid, gid, 0) != 0
        || setresuid(uid, uid, 0) != 0)
        stop("this program must be started by root, for its processes are different users");
    prctl(PR_SET_DUMPABLE, 1); /* so that it may look at its own descriptors */
}

/*: hook; needs stop; includes stdlib.h */
/* What the operator of the test bed does. */
static void hook(const char *command)
{
    if (system(command) != 0)
        stop(command);
}

/*: ask; needs stop; includes stdio.h */
/* What a person has to do at this point. */
static void ask(const char *what)
{
    int c;

    printf("%s, then press Enter: ", what);
    fflush(stdout);
    while ((c = getchar()) != '\n')
        if (c == EOF)
            stop(what);
}

/*: make_state; needs stop; includes stdlib.h sys/stat.h unistd.h */
/* A folder for the library and the commands of the test bed; it goes with the program. */
static pid_t state_owner;

static void remove_state(void)
{
    if (getpid() == state_owner && system("rm -rf -- \"$BED_STATE\"") != 0)
        perror("rm");
}

static void make_state(void)
{
    static char folder[] = "/tmp/rsm-XXXXXX";

    if (mkdtemp(folder) == NULL || chmod(folder, 01777) != 0 || setenv("BED_STATE", folder, 1) != 0)
        stop(folder);
    state_owner = getpid(); /* the processes that it starts leave the folder alone */
    atexit(remove_state);
}

/*: session; needs make_state; includes stdio.h stdlib.h unistd.h */
/* Starts what the test bed needs; it ends with the program. */
static void end_session(void)
{
    if (getpid() == state_owner && system(BED_DOWN) != 0)
        perror(BED_DOWN);
}

static void begin_session(void)
{
    atexit(end_session);
    if (system(BED_UP) != 0) {
        printf("set-up failed: %s\n", BED_UP);
        exit(2);
    }
}

/*: set_path; includes stdio.h stdlib.h */
/* Sets a variable to the path of something in the folder of the test bed. */
static void set_path(const char *name, const char *below)
{
    char path[108];

    snprintf(path, sizeof path, "%s%s", getenv("BED_STATE"), below);
    setenv(name, path, 1);
}

/*: tell; needs shared */
/* Opens a latch, for good. */
static void tell(int latch)
{
    sem_post(&shared->latch[latch]);
}

/*: await; needs tell */
/* Waits until a latch is open. */
static void await(int latch)
{
    while (sem_wait(&shared->latch[latch]) != 0)
        ;
    sem_post(&shared->latch[latch]);
}

/*: is_open; needs shared */
static int is_open(int latch)
{
    int value = 0;

    sem_getvalue(&shared->latch[latch], &value);
    return value > 0;
}

/*: thread_start; needs stop; includes pthread.h */
static pthread_t thread_start(void *(*body)(void *))
{
    pthread_t thread;

    if (pthread_create(&thread, NULL, body, NULL) != 0)
        stop("pthread_create");
    return thread;
}

/*: await_blocked; needs await is_open stop; includes stdio.h string.h time.h */
/* Waits until a thread that has begun a call sleeps in it, or is through it. */
static void await_blocked(pid_t *thread, int begun, int over)
{
    const struct timespec moment = {0, 1000000};
    char path[64];
    char text[256];
    int quiet = 0;

    await(begun);
    snprintf(path, sizeof path, "/proc/%d/stat", (int)*thread);
    while (quiet < 4 && !is_open(over)) {
        FILE *stat = fopen(path, "r");
        const char *state = stat != NULL && fgets(text, sizeof text, stat) != NULL ? strrchr(text, ')') : NULL;

        if (stat != NULL)
            fclose(stat);
        quiet = state != NULL && state[2] == 'S' ? quiet + 1 : 0;
        nanosleep(&moment, NULL);
    }
}

/*: interruptible; includes signal.h string.h */
static void awake(int signal)
{
    (void)signal;
}

/* A signal that interrupts a call rather than restarting it. */
static void be_interruptible(void)
{
    struct sigaction action;

    memset(&action, 0, sizeof action);
    action.sa_handler = awake;
    sigaction(SIGUSR1, &action, NULL);
}

/*: interrupt; needs await is_open; includes signal.h sys/syscall.h time.h unistd.h */
/* A signal that comes before the call sleeps is lost on it: so it comes again until the call is over. */
static void interrupt(pid_t process, pid_t *thread, int begun, int over)
{
    const struct timespec moment = {0, 2000000};

    for (await(begun); !is_open(over); nanosleep(&moment, NULL))
        syscall(SYS_tgkill, process, *thread, SIGUSR1);
}

/*: start; needs await stop; includes unistd.h */
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

/*: start_one; needs stop; includes unistd.h */
/* Starts the process, so that its end can be seen from outside. */
static void start(int process, void (*body)(void))
{
    pid_t pid = fork();

    if (pid < 0)
        stop("fork");
    if (pid == 0) {
        body();
        _exit(0);
    }
    shared->pid[process] = pid;
}

/*: share_one; needs stop shared; includes sys/mman.h */
static void share(void)
{
    shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        stop("mmap");
}

/*: share; needs stop shared; includes sys/mman.h */
static void share(void)
{
    shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        stop("mmap");
    for (int i = 0; i < LATCHES; i++)
        sem_init(&shared->latch[i], 1, 0);
}

/*: out_of_time; includes signal.h string.h unistd.h */
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
