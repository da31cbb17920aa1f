#include "by_hand.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum { CONNECTIONS = 32 };

static void need(int holds, const char *what)
{
    if (!holds) {
        perror(what);
        exit(1);
    }
}

static struct sockaddr_un address_of(const char *path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    strncpy(address.sun_path, path, sizeof address.sun_path - 1);
    return address;
}

union one_descriptor {
    struct cmsghdr header;
    char bytes[CMSG_SPACE(sizeof(int))];
};

static void give(int to, int memory)
{
    char word = 1;
    struct iovec part = {&word, 1};
    union one_descriptor control = {0};
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = control.bytes, .msg_controllen = sizeof control.bytes};
    control.header.cmsg_level = SOL_SOCKET;
    control.header.cmsg_type = SCM_RIGHTS;
    control.header.cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(&control.header), &memory, sizeof memory);
    need(sendmsg(to, &message, MSG_NOSIGNAL) == 1, "sendmsg");
}

void by_hand_serve(const char *path, size_t bytes, int ready, int until)
{
    struct sockaddr_un address = address_of(path);
    struct pollfd watched[CONNECTIONS + 2] = {{until, POLLIN, 0}};
    nfds_t count = 2;
    char word;
    int memory = memfd_create("by-hand", MFD_CLOEXEC);
    need(memory >= 0 && ftruncate(memory, (off_t)bytes) == 0, "memfd");
    watched[1] = (struct pollfd){socket(AF_UNIX, SOCK_SEQPACKET, 0), POLLIN, 0};
    need(bind(watched[1].fd, (struct sockaddr *)&address, sizeof address) == 0 && listen(watched[1].fd, CONNECTIONS) == 0, "listen");
    need(write(ready, "r", 1) == 1, "ready");
    for (;;) {
        need(poll(watched, count, -1) > 0, "poll");
        if (watched[0].revents != 0) {
            unlink(path);
            exit(0);
        }
        for (nfds_t at = 2; at < count; at++)
            if (watched[at].revents != 0) {
                if (recv(watched[at].fd, &word, 1, 0) == 1) {
                    give(watched[at].fd, memory);
                } else {
                    close(watched[at].fd);
                    watched[at--] = watched[--count];
                }
            }
        if (watched[1].revents != 0 && count < CONNECTIONS + 2)
            watched[count++] = (struct pollfd){accept(watched[1].fd, NULL, NULL), POLLIN, 0};
    }
}

int by_hand_dial(const char *path)
{
    struct sockaddr_un address = address_of(path);
    int made = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
    need(made >= 0 && connect(made, (struct sockaddr *)&address, sizeof address) == 0, "connect");
    return made;
}

void by_hand_use(int connection, size_t bytes)
{
    char word = 1;
    struct iovec part = {&word, 1};
    union one_descriptor control;
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = control.bytes, .msg_controllen = sizeof control.bytes};
    int memory;
    need(send(connection, &word, 1, MSG_NOSIGNAL) == 1 && recvmsg(connection, &message, MSG_CMSG_CLOEXEC) == 1, "the memory's descriptor");
    memcpy(&memory, CMSG_DATA(&control.header), sizeof memory);
    void *mapped = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, memory, 0);
    need(mapped != MAP_FAILED, "mmap");
    munmap(mapped, bytes);
    close(memory);
}
