/* What the honest programs of the soak share. After every call that gave a permitted code they write a byte, so that whoever watches
 * them sees that they go on; any other code ends them with words about it. */
#ifndef SOAK_H
#define SOAK_H

#include <errno.h>
#include <rsmapi.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PAGE = 4096, PAGES = 4, FIRST_SEGMENT = 0x600000, WRONG = 3 };

/* Whether the other side may be killed. A steady one never is, so that nothing but success is right. */
enum life { STEADY, MORTAL };

_Noreturn static inline void wrong(const char *what, long seen)
{
    fprintf(stderr, "%s: %ld\n", what, seen);
    exit(WRONG);
}

static inline void progress(void)
{
    while (write(STDOUT_FILENO, ".", 1) < 0)
        if (errno != EINTR)
            exit(0); /* nobody watches any more */
}

/* The code if it is success or one of those permitted. */
static inline int permitted(int code, const char *what, size_t count, const int *codes)
{
    for (size_t at = 0; at < count; at++)
        if (code == codes[at]) {
            progress();
            return code;
        }
    wrong(what, code);
}

#define MAY(call, ...) permitted((call), #call, sizeof((int[]){__VA_ARGS__}) / sizeof(int), (int[]){__VA_ARGS__})
#define MUST(call) MAY(call, RSM_SUCCESS)

/* What stands at the start of every page of a segment. */
static inline uint64_t mark_of(rsm_memseg_id_t id)
{
    return 0x5eed000000000000u + id;
}

/* Now and then, but only once: a child that stays, with all connections that its parent has now, until the standard input ends. */
static inline void leave_child_at_times(unsigned *seed)
{
    static int left;
    char byte;
    if (left || rand_r(seed) % 32 != 0)
        return;
    left = 1;
    if (fork() == 0) {
        close(STDOUT_FILENO);
        close(STDERR_FILENO);
        while (read(STDIN_FILENO, &byte, 1) > 0) {
        }
        _exit(0);
    }
}

#endif
