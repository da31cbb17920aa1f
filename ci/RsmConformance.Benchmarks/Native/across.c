/* across SOCKET-A SOCKET-B FOLDER: measures the native reference between two processes on two nodes, beside what would do the same
 * without it. Both sides of a ratio are taken in turns; each number is the median of several rounds. */
#include <rsmapi.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "by_hand.h"

enum { ROUNDS = 7, PAIRS = 400, SIZE = 1 << 20, SEGMENT = 0x600100, EXPORTER = 2, MOST_IMPORTERS = 8, MOST_LIVE = 10000 };

static rsmapi_controller_handle_t controller;
static char path[128], mine[SIZE], other[SIZE];
static char *mapped;
static rsm_memseg_import_handle_t import;
static size_t moved;
static int connection;

static void must(int code, const char *what)
{
    if (code != RSM_SUCCESS) {
        fprintf(stderr, "across: %s: %d\n", what, code);
        exit(1);
    }
}

#define MUST(call) must((call), #call)

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static rsm_memseg_import_handle_t connect_one(void)
{
    rsm_memseg_import_handle_t made;
    MUST(rsm_memseg_import_connect(controller, EXPORTER, SEGMENT, RSM_PERM_RDWR, &made));
    return made;
}

static void pair(void)
{
    MUST(rsm_memseg_import_disconnect(connect_one()));
}

static void mapped_pair(void)
{
    void *at;
    rsm_memseg_import_handle_t made = connect_one();
    MUST(rsm_memseg_import_map(made, &at, RSM_MAP_NONE, RSM_PERM_RDWR, 0, SIZE));
    MUST(rsm_memseg_import_unmap(made));
    MUST(rsm_memseg_import_disconnect(made));
}

static void by_hand_kept(void)
{
    by_hand_use(connection, SIZE);
}

static void by_hand_dialled(void)
{
    int own = by_hand_dial(path);
    by_hand_use(own, SIZE);
    close(own);
}

/* The compiler must not see through what is copied. */
static void copy(void *to, const void *from)
{
    memcpy(to, from, moved);
    __asm__ volatile("" : : "r"(to), "r"(from) : "memory");
}

static void copy_private(void) { copy(mine, other); }
static void copy_from_map(void) { copy(mine, mapped); }
static void copy_to_map(void) { copy(mapped, mine); }
static void put(void) { MUST(rsm_memseg_import_put(import, 0, mine, moved)); }
static void get(void) { MUST(rsm_memseg_import_get(import, 0, mine, moved)); }

static int by_size(const void *one, const void *two)
{
    double difference = *(const double *)one - *(const double *)two;
    return (difference > 0) - (difference < 0);
}

/* Nanoseconds that each of some acts takes, in turns. */
static void measure(size_t acts, void (*const act[])(void), int times, double *result)
{
    static double taken[8][ROUNDS];
    for (int round = -1; round < ROUNDS; round++) /* the first one warms up */
        for (size_t at = 0; at < acts; at++) {
            double start = now();
            for (int time = 0; time < times; time++)
                act[at]();
            taken[at][round < 0 ? 0 : round] = (now() - start) / times;
        }
    for (size_t at = 0; at < acts; at++) {
        qsort(taken[at], ROUNDS, sizeof(double), by_size);
        result[at] = taken[at][ROUNDS / 2];
    }
}

static void compare_connects(void)
{
    double taken[4];
    measure(4, (void (*const[])(void)){pair, mapped_pair, by_hand_kept, by_hand_dialled}, PAIRS, taken);
    printf("| connect + disconnect | %.1f us |\n", taken[0] / 1000);
    printf("| connect + map + unmap + disconnect | %.1f us |\n", taken[1] / 1000);
    printf("| by hand: ask for a descriptor, mmap, munmap, close, over one connection : a connection each time | %.1f : %.1f us |\n",
           taken[2] / 1000, taken[3] / 1000);
    printf("| ratio of connect + disconnect to by hand, one connection : a connection each time | %.2f : %.2f |\n", taken[0] / taken[2],
           taken[0] / taken[3]);
    printf("| ratio with map and unmap, the same | %.2f : %.2f |\n", taken[1] / taken[2], taken[1] / taken[3]);
}

static void compare_memory(void)
{
    double taken[3];
    moved = SIZE;
    measure(3, (void (*const[])(void)){copy_private, copy_from_map, copy_to_map}, 50, taken);
    printf("| ratio to memcpy of 1 MiB in private memory: reading a map : writing it | %.2f : %.2f |\n", taken[1] / taken[0], taken[2] / taken[0]);
    static const size_t sizes[] = {8, 64, 512, 4096, 32768, 262144, SIZE};
    for (size_t at = 0; at < sizeof sizes / sizeof *sizes; at++) {
        double ways[3];
        moved = sizes[at];
        measure(3, (void (*const[])(void)){copy_private, put, get}, moved < 65536 ? 20000 : 100, ways);
        printf("| %zu bytes: memcpy : put : get | %.0f : %.0f : %.0f ns, ratios %.2f : %.2f |\n", moved, ways[0], ways[1], ways[2],
               ways[1] / ways[0], ways[2] / ways[0]);
    }
    moved = SIZE;
}

/* So many processes at once, each with its own import; pairs of calls a second of all together. */
static double crowd(int importers)
{
    int go[2], done = 0;
    char word;
    if (pipe(go) != 0)
        exit(1);
    int ready[2];
    if (pipe(ready) != 0)
        exit(1);
    for (int one = 0; one < importers; one++)
        if (fork() == 0) {
            MUST(rsm_get_controller("sci0", &controller));
            pair();
            close(go[1]);
            if (write(ready[1], "r", 1) != 1 || read(go[0], &word, 1) != 0)
                _exit(1);
            for (int time = 0; time < PAIRS; time++)
                pair();
            _exit(0);
        }
    for (int one = 0; one < importers; one++)
        if (read(ready[0], &word, 1) != 1)
            exit(1);
    double start = now();
    close(go[1]);
    for (int status; wait(&status) > 0;)
        done += status == 0;
    double taken = now() - start;
    close(go[0]);
    close(ready[0]);
    close(ready[1]);
    if (done < importers)
        must(1, "an importer of a crowd");
    return importers * PAIRS / taken * 1e9;
}

static void compare_crowds(void)
{
    double alone = 0;
    printf("| pairs a second of 1 : 2 : 4 : 8 importers at once, beside one |");
    for (int importers = 1; importers <= MOST_IMPORTERS; importers *= 2) {
        double rate = crowd(importers);
        alone = importers == 1 ? rate : alone;
        printf(importers == 1 ? " %.0f/s : 1.00" : " : %.2f", importers == 1 ? rate : rate / alone);
    }
    printf(" |\n");
}

static void compare_live(void)
{
    static rsm_memseg_import_handle_t live[MOST_LIVE];
    struct rlimit limit;
    double first = 0, taken;
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    int room = limit.rlim_max < MOST_LIVE + 100 ? (int)limit.rlim_max - 100 : MOST_LIVE;
    printf("| pair of calls with 1 : 100 : 1,000 : %d live imports |", room);
    for (int count = 0; count < room; count++) {
        live[count] = connect_one();
        if (count == 0 || count == 99 || count == 999 || count == room - 1) {
            measure(1, (void (*const[])(void)){pair}, PAIRS, &taken);
            first = count == 0 ? taken : first;
            printf(count == 0 ? " %.2f" : " : %.2f", taken / first);
            fflush(stdout);
        }
    }
    printf(" |\n");
    for (int count = 0; count < room; count++)
        MUST(rsm_memseg_import_disconnect(live[count]));
}

static void lend(const char *socket, int ready, int until)
{
    char word;
    rsm_memseg_export_handle_t export;
    rsm_memseg_id_t id = SEGMENT;
    rsmapi_access_entry_t importers[] = {{1, 0666}};
    setenv("RSM_NODE_SOCKET", socket, 1);
    char *pages = aligned_alloc(4096, SIZE);
    memset(pages, 1, SIZE);
    MUST(rsm_get_controller("sci0", &controller));
    MUST(rsm_memseg_export_create(controller, &export, pages, SIZE, 0));
    MUST(rsm_memseg_export_publish(export, &id, importers, 1));
    if (write(ready, "r", 1) == 1)
        (void)!read(until, &word, 1);
    exit(0);
}

/* Starts the two that lend memory. They end when we do. */
static void start_lenders(const char *socket)
{
    int ready[2], ours[2];
    char word;
    if (pipe(ready) != 0 || pipe(ours) != 0)
        exit(1);
    for (int which = 0; which < 2; which++)
        if (fork() == 0) {
            close(ours[1]);
            if (which == 0)
                lend(socket, ready[1], ours[0]);
            by_hand_serve(path, SIZE, ready[1], ours[0]);
        }
    for (int which = 0; which < 2; which++)
        if (read(ready[0], &word, 1) != 1)
            exit(1);
}

int main(int count, char **words)
{
    void *at;
    if (count != 4)
        return 2;
    snprintf(path, sizeof path, "%s/by-hand.socket", words[3]);
    setenv("RSM_NODE_SOCKET", words[1], 1);
    start_lenders(words[2]);
    fflush(stdout);
    if (fork() == 0) { /* children of a process that has used the library may not */
        compare_crowds();
        fflush(stdout);
        _exit(0);
    }
    wait(NULL);
    connection = by_hand_dial(path);
    MUST(rsm_get_controller("sci0", &controller));
    compare_connects();
    import = connect_one();
    MUST(rsm_memseg_import_set_mode(import, RSM_BARRIER_MODE_EXPLICIT));
    MUST(rsm_memseg_import_map(import, &at, RSM_MAP_NONE, RSM_PERM_RDWR, 0, SIZE));
    mapped = at;
    memset(mine, 1, SIZE);
    memset(other, 2, SIZE);
    compare_memory();
    MUST(rsm_memseg_import_unmap(import));
    MUST(rsm_memseg_import_disconnect(import));
    compare_live();
    return 0;
}
