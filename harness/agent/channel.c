#include "channel.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum { HIGHEST_WANTED = 4000, LOWEST_WANTED = 64, BELOW_LIMIT = 64, READ_SIZE = 65536 };

int channel_move_high(int descriptor)
{
    struct rlimit limit;
    int wanted = HIGHEST_WANTED;
    int moved;

    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < HIGHEST_WANTED + BELOW_LIMIT)
        wanted = (int)limit.rlim_cur - BELOW_LIMIT;
    if (wanted < LOWEST_WANTED)
        wanted = LOWEST_WANTED;
    moved = fcntl(descriptor, F_DUPFD_CLOEXEC, wanted);
    if (moved < 0)
        give_up("no descriptor from %d on is free (%s); raise the limit of open files (ulimit -n)", wanted, strerror(errno));
    close(descriptor);
    return moved;
}

int channel_connect(const char *path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int descriptor;

    if (strlen(path) >= sizeof address.sun_path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    strcpy(address.sun_path, path);
    descriptor = socket(AF_UNIX, SOCK_STREAM, 0);
    if (descriptor >= 0 && connect(descriptor, (struct sockaddr *)&address, sizeof address) != 0) {
        int failure = errno;

        close(descriptor);
        errno = failure;
        return -1;
    }
    return descriptor;
}

int channel_write(int descriptor, const void *bytes, size_t length)
{
    const char *at = bytes;

    while (length > 0) {
        ssize_t written = write(descriptor, at, length);

        if (written < 0 && errno != EINTR)
            return -1;
        if (written > 0) {
            at += written;
            length -= (size_t)written;
        }
    }
    return 0;
}

int lines_fill(struct lines *lines)
{
    char buffer[READ_SIZE];
    ssize_t count;

    do
        count = read(lines->descriptor, buffer, sizeof buffer);
    while (count < 0 && errno == EINTR);
    if (count <= 0)
        return 0;
    if (lines->taken > 0) {
        lines->pending.length -= lines->taken;
        memmove(lines->pending.at, lines->pending.at + lines->taken, lines->pending.length);
        lines->taken = 0;
    }
    text_add_bytes(&lines->pending, buffer, (size_t)count);
    return 1;
}

char *lines_next(struct lines *lines)
{
    size_t left = lines->pending.length - lines->taken;
    char *start = lines->pending.at + lines->taken;
    char *end = left > 0 ? memchr(start, '\n', left) : NULL;

    if (end == NULL)
        return NULL;
    *end = '\0';
    lines->taken += (size_t)(end - start) + 1;
    return start;
}
