/* System calls as the managed side needs them. Every function gives a result of 0 or more, or the negated errno. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum { FIRST_DESCRIPTOR = 3 };

static long result(long value)
{
    return value < 0 ? -errno : value;
}

/* The end of a process that touches what it must not; the runtime would make another end of a fault of its own. */
void system_fault(void)
{
    signal(SIGSEGV, SIG_DFL);
    raise(SIGSEGV);
}

/* Loads from an address that may be bad: a fault is an error here, not a signal. */
long system_load(void *address, void *to, size_t length)
{
    struct iovec local = {to, length}, remote = {address, length};
    return result(process_vm_readv(getpid(), &local, 1, &remote, 1, 0));
}

long system_store(void *address, void *from, size_t length)
{
    struct iovec local = {from, length}, remote = {address, length};
    return result(process_vm_writev(getpid(), &local, 1, &remote, 1, 0));
}

/* The transfers themselves: a bad pointer of the caller faults here, in C, as it would in memcpy. */
void system_copy(void *to, const void *from, size_t length)
{
    memcpy(to, from, length);
}

void system_clear(void *to, size_t length)
{
    memset(to, 0, length);
}

/* A number the program has not closed for itself: 0, 1 and 2 are never ours. */
static long above_standard(long descriptor)
{
    if (descriptor < 0 || descriptor >= FIRST_DESCRIPTOR)
        return descriptor;
    long moved = result(fcntl((int)descriptor, F_DUPFD_CLOEXEC, FIRST_DESCRIPTOR));
    close((int)descriptor);
    return moved;
}

/* Shared pages of one size for ever. Mode 0: nobody can open them again, through /proc or otherwise, with more rights. */
long system_new_pages(size_t length, int *read_only)
{
    char path[64];
    long descriptor = above_standard(result(memfd_create("rsm", MFD_CLOEXEC | MFD_ALLOW_SEALING)));
    if (descriptor < 0)
        return descriptor;
    snprintf(path, sizeof path, "/proc/self/fd/%ld", descriptor);
    long twin = above_standard(result(open(path, O_RDONLY | O_CLOEXEC)));
    long code = twin;
    if (code >= 0 && (ftruncate((int)descriptor, (off_t)length) != 0 || fchmod((int)descriptor, 0) != 0
        || fcntl((int)descriptor, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0))
        code = -errno;
    if (code < 0) {
        if (twin >= 0)
            close((int)twin);
        close((int)descriptor);
        return code;
    }
    *read_only = (int)twin;
    return descriptor;
}

long system_file_size(int descriptor)
{
    struct stat status;
    return fstat(descriptor, &status) != 0 ? -errno : status.st_size;
}

long system_inode(int descriptor)
{
    struct stat status;
    return fstat(descriptor, &status) != 0 ? -errno : (long)status.st_ino;
}

/* Copies the caller's memory into pages; a fault is an error. */
long system_fill_pages(int descriptor, const char *from, size_t length)
{
    for (size_t done = 0; done < length;) {
        ssize_t written = pwrite(descriptor, from + done, length - done, (off_t)done);
        if (written < 0 && errno != EINTR)
            return -errno;
        done += written < 0 ? 0 : (size_t)written;
    }
    return 0;
}

long system_map(void *address, size_t length, int access, int descriptor, off_t offset, int fixed)
{
    int flags = (descriptor < 0 ? MAP_PRIVATE | MAP_ANONYMOUS : MAP_SHARED) | (fixed ? MAP_FIXED : 0);
    return result((long)mmap(address, length, access, flags, descriptor, offset));
}

long system_unmap(void *address, size_t length)
{
    return result(munmap(address, length));
}

/* Puts private memory with the same content where pages are mapped; other threads see one or the other, never a gap. */
long system_make_private(char *address, size_t length)
{
    char *copy = mmap(NULL, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (copy == MAP_FAILED)
        return -errno;
    memcpy(copy, address, length);
    long code = result((long)mremap(copy, length, length, MREMAP_MAYMOVE | MREMAP_FIXED, address));
    if (code < 0)
        munmap(copy, length);
    return code < 0 ? code : 0;
}

void *system_allocate(size_t length)
{
    return calloc(1, length);
}

void system_free(void *block)
{
    free(block);
}

long system_close(int descriptor)
{
    return result(close(descriptor));
}

long system_duplicate(int descriptor)
{
    return result(fcntl(descriptor, F_DUPFD_CLOEXEC, FIRST_DESCRIPTOR));
}

long system_socket_pair(int *other)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return -errno;
    long one = above_standard(ends[0]), two = above_standard(ends[1]);
    if (one < 0 || two < 0) {
        close((int)(one < 0 ? two : one));
        return one < 0 ? one : two;
    }
    *other = (int)two;
    return one;
}

/* Ends the conversation for both ends and whoever waits at one; the descriptor stays. */
long system_shut(int descriptor)
{
    return result(shutdown(descriptor, SHUT_RDWR));
}

long system_send_now(int descriptor, const void *data, size_t length)
{
    return result(send(descriptor, data, length, MSG_DONTWAIT | MSG_NOSIGNAL));
}

long system_receive_now(int descriptor, void *data, size_t length)
{
    return result(recv(descriptor, data, length, MSG_DONTWAIT));
}

long system_unread(int descriptor)
{
    int bytes = 0;
    return ioctl(descriptor, FIONREAD, &bytes) != 0 ? -errno : bytes;
}

/* Waits once, and does not begin again after a signal: the caller's call is the one that was interrupted. */
long system_poll(struct pollfd *descriptors, nfds_t count, int milliseconds)
{
    struct timespec limit = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
    return result(ppoll(descriptors, count, milliseconds < 0 ? NULL : &limit, NULL));
}

long system_wait_readable(int descriptor, int milliseconds)
{
    struct pollfd one = {descriptor, POLLIN, 0};
    return system_poll(&one, 1, milliseconds);
}

long system_groups(uint32_t *groups, int room)
{
    return result(getgroups(room, groups));
}

long system_user(void)
{
    return geteuid();
}

long system_group(void)
{
    return getegid();
}
