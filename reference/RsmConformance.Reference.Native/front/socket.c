/* Unix sockets with messages, descriptors and identities. Results are 0 or more, or the negated errno. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/sockios.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

enum { FIRST_DESCRIPTOR = 3, BACKLOG = 128 };

static long result(long value)
{
    return value < 0 ? -errno : value;
}

static long new_socket(int flags)
{
    int made = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | flags, 0);
    if (made < 0 || made >= FIRST_DESCRIPTOR)
        return result(made);
    long moved = result(fcntl(made, F_DUPFD_CLOEXEC, FIRST_DESCRIPTOR));
    close(made);
    return moved;
}

static int address_of(const char *path, struct sockaddr_un *address)
{
    memset(address, 0, sizeof *address);
    address->sun_family = AF_UNIX;
    if (strlen(path) >= sizeof address->sun_path)
        return -ENAMETOOLONG;
    strcpy(address->sun_path, path);
    return 0;
}

long system_connect(const char *path)
{
    struct sockaddr_un address;
    int code = address_of(path, &address);
    long made = code < 0 ? code : new_socket(0);
    if (made < 0)
        return made;
    while (connect((int)made, (struct sockaddr *)&address, sizeof address) != 0)
        if (errno != EINTR) {
            code = -errno;
            close((int)made);
            return code;
        }
    return made;
}

/* The socket appears with its final mode: nobody can slip in before. */
long system_listen(const char *path, unsigned mode)
{
    struct sockaddr_un address;
    int code = address_of(path, &address);
    long made = code < 0 ? code : new_socket(SOCK_NONBLOCK);
    if (made < 0)
        return made;
    mode_t before = umask(0777 & ~mode);
    code = bind((int)made, (struct sockaddr *)&address, sizeof address) != 0 || listen((int)made, BACKLOG) != 0 ? -errno : 0;
    umask(before);
    if (code < 0)
        close((int)made);
    return code < 0 ? code : made;
}

long system_accept(int descriptor)
{
    return result(accept4(descriptor, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK));
}

/* One message, and a descriptor with it unless that is -1. */
long system_send(int descriptor, const void *data, size_t length, int passed)
{
    struct iovec part = {(void *)data, length};
    union {
        struct cmsghdr header;
        char bytes[CMSG_SPACE(sizeof(int))];
    } control = {0};
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
    if (passed >= 0) {
        message.msg_control = control.bytes;
        message.msg_controllen = sizeof control.bytes;
        struct cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int));
        memcpy(CMSG_DATA(header), &passed, sizeof(int));
    }
    return result(sendmsg(descriptor, &message, MSG_NOSIGNAL));
}

/* One whole message; 0 at the end of the conversation. More than fits is -EMSGSIZE. Descriptors that nobody wants are closed. */
long system_receive(int descriptor, void *data, size_t room, int *passed)
{
    struct iovec part = {data, room};
    union {
        struct cmsghdr header;
        char bytes[CMSG_SPACE(sizeof(int) * 16)];
    } control;
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = control.bytes, .msg_controllen = sizeof control.bytes};
    long length;
    *passed = -1;
    do
        length = result(recvmsg(descriptor, &message, MSG_CMSG_CLOEXEC));
    while (length == -EINTR);
    if (length < 0)
        return length;
    for (struct cmsghdr *header = CMSG_FIRSTHDR(&message); header != NULL; header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS)
            continue;
        size_t count = (header->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (size_t at = 0; at < count; at++) {
            int one;
            memcpy(&one, CMSG_DATA(header) + at * sizeof one, sizeof one);
            if (*passed < 0)
                *passed = one;
            else
                close(one);
        }
    }
    if (message.msg_flags & MSG_TRUNC) {
        if (*passed >= 0)
            close(*passed);
        *passed = -1;
        return -EMSGSIZE;
    }
    return length;
}

/* Who is at the other end, as of when it connected; the number of its groups, which are stored only if they all fit. */
long system_peer(int descriptor, int *process, uint32_t *user, uint32_t *group, uint32_t *groups, int room)
{
    struct ucred peer;
    socklen_t size = sizeof peer, bytes = (socklen_t)((size_t)room * sizeof *groups);
    if (getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0)
        return -errno;
    *process = peer.pid;
    *user = peer.uid;
    *group = peer.gid;
    if (getsockopt(descriptor, SOL_SOCKET, SO_PEERGROUPS, groups, &bytes) != 0 && errno != ERANGE)
        return -errno;
    return (long)(bytes / sizeof *groups);
}

/* Readable as soon as the process has ended. */
long system_watch_process(int process)
{
    return result(syscall(SYS_pidfd_open, process, 0));
}

/* Bytes that the other end has not received yet, or a little more. */
long system_unsent(int descriptor)
{
    int bytes = 0;
    return ioctl(descriptor, SIOCOUTQ, &bytes) != 0 ? -errno : bytes;
}

long system_events(void)
{
    return result(epoll_create1(EPOLL_CLOEXEC));
}

long system_events_watch(int events, int descriptor, int writable, int is_new)
{
    struct epoll_event wanted = {.events = EPOLLIN | (writable ? EPOLLOUT : 0), .data.fd = descriptor};
    return result(epoll_ctl(events, is_new ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, descriptor, &wanted));
}

/* Pairs of a descriptor and what is ready: 1 to receive, 2 to send. */
long system_events_wait(int events, int *pairs, int room, int milliseconds)
{
    struct epoll_event ready[64];
    int count = epoll_wait(events, ready, room < 64 ? room : 64, milliseconds);
    if (count < 0)
        return -errno;
    for (int at = 0; at < count; at++) {
        pairs[2 * at] = ready[at].data.fd;
        pairs[2 * at + 1] = ((ready[at].events & ~(unsigned)EPOLLOUT) != 0 ? 1 : 0) | ((ready[at].events & EPOLLOUT) != 0 ? 2 : 0);
    }
    return count;
}

long system_descriptor_limit(void)
{
    struct rlimit limit;
    return getrlimit(RLIMIT_NOFILE, &limit) != 0 ? -errno : (long)limit.rlim_cur;
}

/* A process that nobody's terminal ends, with as many descriptors as it may have. */
long system_become_daemon(void)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
    signal(SIGHUP, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
    return result(setsid());
}
