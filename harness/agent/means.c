#include "means.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif
#ifdef __sun
#include <sys/lwp.h>
#endif

#include "heap.h"

static rlim_t usual_limit;

static int is_open(int descriptor)
{
    return fcntl(descriptor, F_GETFD) >= 0 || errno != EBADF;
}

/* The limit is on the number of a descriptor, not on how many are open: it goes behind so many free numbers. */
static rlim_t limit_behind(int remaining)
{
    rlim_t limit = 0;

    while (remaining > 0 || is_open((int)limit)) {
        remaining -= !is_open((int)limit);
        limit++;
    }
    return limit;
}

int means_limit_descriptors(int remaining, struct text *why)
{
    struct rlimit limit;

    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        if (usual_limit == 0)
            usual_limit = limit.rlim_cur;
        limit.rlim_cur = remaining < 0 ? usual_limit : limit_behind(remaining);
        if (setrlimit(RLIMIT_NOFILE, &limit) == 0)
            return 1;
    }
    text_add(why, "the limit of descriptors cannot be set: %s", strerror(errno));
    return 0;
}

#ifdef __sun
static const char descriptors_folder[] = "/dev/fd";
#else
static const char descriptors_folder[] = "/proc/self/fd";
#endif

/* Opening the folder may not fail because the case has used up the descriptors. */
static long count_descriptors(void)
{
    struct rlimit limit;
    struct rlimit raised;
    DIR *folder;
    long count = 0;

    getrlimit(RLIMIT_NOFILE, &limit);
    raised = limit;
    raised.rlim_cur = usual_limit > 0 ? usual_limit : limit.rlim_cur;
    setrlimit(RLIMIT_NOFILE, &raised);
    folder = opendir(descriptors_folder);
    setrlimit(RLIMIT_NOFILE, &limit);
    if (folder == NULL)
        return -1;
    for (struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder))
        count += entry->d_name[0] != '.';
    closedir(folder);
    return count - 1; /* the folder's own */
}

#ifdef __linux__
static long count_mappings(void)
{
    char buffer[4096];
    long lines = 0;
    ssize_t count;
    int maps = open("/proc/self/maps", O_RDONLY | O_CLOEXEC);

    if (maps < 0)
        return -1;
    while ((count = read(maps, buffer, sizeof buffer)) > 0)
        for (ssize_t i = 0; i < count; i++)
            lines += buffer[i] == '\n';
    close(maps);
    return lines;
}
#else
static long count_mappings(void)
{
    return -1;
}
#endif

int means_can_count(const char *what)
{
#ifdef __linux__
    if (strcmp(what, "mappings") == 0)
        return 1;
#endif
    return strcmp(what, "descriptors") == 0 || (strcmp(what, "heap-blocks") == 0 && heap_is_watched());
}

int means_count(const char *what, long *number, struct text *why)
{
    if (!means_can_count(what)) {
        text_add(why, "this agent does not count %s", what);
        return 0;
    }
    errno = 0;
    *number = strcmp(what, "heap-blocks") == 0 ? heap_live_blocks()
        : strcmp(what, "mappings") == 0        ? count_mappings()
                                               : count_descriptors();
    if (*number >= 0 || strcmp(what, "heap-blocks") == 0)
        return 1;
    text_add(why, "%s cannot be counted: %s", what, strerror(errno));
    return 0;
}

long means_thread_number(void)
{
#if defined(__linux__)
    return syscall(SYS_gettid);
#elif defined(__sun)
    return _lwp_self();
#else
    return 0;
#endif
}
