#include "report.h"

#include <errno.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

enum { EXIT_UNHEARD = 70 };

static struct reporter to;
static dev_t device;
static ino_t inode;

void report_to(const struct reporter *reporter)
{
    struct stat status;

    to = *reporter;
    if (fstat(to.descriptor, &status) != 0)
        give_up("the channel of the process is not there");
    device = status.st_dev;
    inode = status.st_ino;
}

int report_owns(int descriptor)
{
    struct stat status;

    return descriptor != to.descriptor || (fstat(descriptor, &status) == 0 && status.st_dev == device && status.st_ino == inode);
}

void report(const struct text *datagram)
{
    ssize_t sent;

    do {
        if (!report_owns(to.descriptor)) {
            *to.last_word = LAST_WORD_CHANNEL_CLOSED;
            _exit(EXIT_UNHEARD);
        }
        sent = send(to.descriptor, datagram->at, datagram->length, 0);
    } while (sent < 0 && (errno == EINTR || errno == ENOBUFS));
    if (sent < 0 && errno != ECONNRESET && errno != EPIPE)
        give_up("a report of %zu bytes cannot be sent", datagram->length);
}
