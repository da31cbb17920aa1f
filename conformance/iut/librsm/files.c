#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

const char *files_directory(void)
{
    const char *directory = getenv("RSM_IUT_STATE");
    return directory != NULL && *directory != '\0' ? directory : "/tmp/rsm-iut";
}

void files_path(char path[LONGEST_PATH], const char *kind, uint64_t serial)
{
    snprintf(path, LONGEST_PATH, "%s/%s.%llu", files_directory(), kind, (unsigned long long)serial);
}

int files_keep(int descriptor)
{
    if (descriptor < 0 || descriptor > STDERR_FILENO) {
        return descriptor;
    }
    int kept = fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    int error = errno;
    close(descriptor);
    errno = error;
    return kept;
}

/* Opens what was just made and lets everybody use it; takes it back where that fails. */
static int open_made(const char *path, int flags)
{
    int descriptor = files_keep(open(path, flags | O_CLOEXEC));
    if (descriptor >= 0 && fchmod(descriptor, 0666) == 0) {
        return descriptor;
    }
    int error = errno;
    if (descriptor >= 0) {
        close(descriptor);
    }
    unlink(path);
    errno = error;
    return -1;
}

int files_new_object(uint64_t serial, uint64_t length)
{
    char path[LONGEST_PATH];
    files_path(path, "mem", serial);
    int descriptor = open_made(path, O_RDWR | O_CREAT | O_EXCL);
    if (descriptor >= 0 && ftruncate(descriptor, (off_t)length) != 0) {
        int error = errno;
        close(descriptor);
        unlink(path);
        errno = error;
        return -1;
    }
    return descriptor;
}

int files_open_object(uint64_t serial)
{
    char path[LONGEST_PATH];
    files_path(path, "mem", serial);
    return files_keep(open(path, O_RDWR | O_CLOEXEC));
}

void files_drop_object(uint64_t serial)
{
    char path[LONGEST_PATH];
    files_path(path, "mem", serial);
    unlink(path);
}

int files_new_bell(uint64_t serial, mode_t *mode)
{
    char path[LONGEST_PATH];
    struct stat made;
    files_path(path, "bell", serial);
    if (mkfifo(path, 0777) != 0) {
        return -1;
    }

    /* A file made with all rights shows the umask, which cannot be asked for without changing it. */
    if (mode != NULL) {
        *mode = stat(path, &made) == 0 ? made.st_mode & 0777 : 0700;
    }
    if (chmod(path, 0666) != 0) {
        unlink(path);
        return -1;
    }
    return open_made(path, O_RDWR | O_NONBLOCK);
}

int files_open_bell(uint64_t serial)
{
    char path[LONGEST_PATH];
    files_path(path, "bell", serial);
    return files_keep(open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC));
}

void files_drop_bell(uint64_t serial)
{
    char path[LONGEST_PATH];
    files_path(path, "bell", serial);
    unlink(path);
}

int files_ring(uint64_t serial, int once)
{
    int descriptor = files_open_bell(serial);
    if (descriptor < 0) {
        return -1;
    }
    struct pollfd ringing = {descriptor, POLLIN, 0};
    if (!once || poll(&ringing, 1, 0) == 0) {
        /* A bell that is full rings already. */
        ssize_t rung = write(descriptor, "!", 1);
        (void)rung;
    }
    close(descriptor);
    return 0;
}
