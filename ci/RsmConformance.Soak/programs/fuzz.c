/* fuzz SEED MESSAGES OWN STEADY MORTAL: speaks to the daemon of RSM_NODE_SOCKET as no library does, in conversations that begin as a
 * library's would. OWN is the id that it publishes; STEADY and MORTAL are ids of node 2 that it connects to, of which the first is
 * always there. First it proves that what it spoils is right. */
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "wire.h"

enum { CONNECTIONS = 6, KEPT = 24, PATIENCE = 1000, LARGE = 200000, PASSED = 16, FLOOD = 600, SLOW = 4 };

struct conversation {
    int open[CONNECTIONS]; /* questions, notices, the export's, the import's, pages, the gate's */
    struct speaker speaker;
};

static const int connection_of[MESSAGES] = {[HEAR] = 1, [TAKEN] = 1, [CREATE] = 2, [CONNECT] = 3, [ALLOCATE] = 4, [OPEN] = 4, [WATCH] = 4,
                                              [FORGET] = 4, [PASS] = 5, [CALL_OFF] = 5};
static char large[LARGE];
static long said;
static int slow_ones, our_life[2]; /* a pipe that ends with us */

static int dial(void)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    strncpy(address.sun_path, getenv("RSM_NODE_SOCKET"), sizeof address.sun_path - 1);
    int made = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
    if (made < 0 || connect(made, (struct sockaddr *)&address, sizeof address) != 0) {
        perror("fuzz: the daemon cannot be reached");
        exit(1);
    }
    return made;
}

static void end(struct conversation *one)
{
    for (int at = 0; at < CONNECTIONS; at++)
        if (one->open[at] > 0) {
            close(one->open[at]);
            one->open[at] = 0;
        }
}

/* Sends without waiting, with as many descriptors that nobody has asked for; false if nobody listens any more. */
static int say(int to, const char *text, size_t length, int passed)
{
    union {
        struct cmsghdr header;
        char bytes[CMSG_SPACE(sizeof(int) * PASSED)];
    } control = {0};
    struct iovec part = {(void *)text, length};
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
    if (passed > 0) {
        message.msg_control = control.bytes;
        message.msg_controllen = CMSG_SPACE(sizeof(int) * (size_t)passed);
        struct cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int) * (size_t)passed);
        for (int at = 0; at < passed; at++)
            memcpy(CMSG_DATA(header) + (size_t)at * sizeof(int), &(int){STDERR_FILENO}, sizeof(int));
    }
    said++;
    return sendmsg(to, &message, MSG_NOSIGNAL | MSG_DONTWAIT) >= 0 || errno == EAGAIN || errno == EMSGSIZE;
}

static int connection(struct conversation *one, int which)
{
    if (one->open[which] == 0)
        one->open[which] = dial();
    return one->open[which];
}

/* Takes what the daemon says, and learns from it; false if it says nothing more. */
static int hear(struct conversation *one, int from, int milliseconds, char *answer, size_t room)
{
    struct pollfd ready = {from, POLLIN, 0};
    if (poll(&ready, 1, milliseconds) <= 0)
        return 0;
    ssize_t length = recv(from, answer, room - 1, MSG_DONTWAIT);
    if (length <= 0)
        return 0;
    answer[length] = 0;
    sscanf(answer, "{\"$type\":\"entered\",\"Process\":%d,\"Node\":%d", &one->speaker.process, &one->speaker.node);
    sscanf(answer, "{\"$type\":\"pages\",\"Chunk\":%d", &one->speaker.chunk);
    return 1;
}

/* Says one right message, and waits for its answer if it has one. */
static int say_rightly(struct conversation *one, enum message kind, char *answer, size_t room)
{
    char text[MESSAGE_ROOM];
    int to = connection(one, connection_of[kind]);
    return say(to, text, write_message(text, kind, &one->speaker), 0) && (kind >= TAKEN || hear(one, to, PATIENCE, answer, room));
}

/* A whole conversation that is right: each answer must be of the right kind, and no error. */
static void prove(struct conversation *one)
{
    static const char *const kinds[MESSAGES] = {
        [ENTER] = "entered", [HEAR] = "entered", [FIND] = "\"controller\"", [ALLOCATE] = "pages", [CREATE] = "done", [PUBLISH] = "published",
        [CONNECT] = "connected", [OPEN] = "pages", [WATCH] = "pages", [POST] = "done", [REPUBLISH] = "done", [TOPOLOGY] = "\"topology\"", [REBIND] = "done",
        [DISCONNECT] = "done", [UNPUBLISH] = "unpublished", [MOVE] = "done", [DESTROY] = "done", [FORGET] = "pages", [PASS] = "passed"};
    char answer[MESSAGE_ROOM];
    for (enum message kind = ENTER; kind < TAKEN; kind++) {
        int right = say_rightly(one, kind, answer, sizeof answer) && strstr(answer, kinds[kind]) != NULL;
        int succeeded = strstr(answer, "\"Code\":") == NULL || strstr(answer, "\"Code\":0") != NULL || strstr(answer, "\"Code\":null") != NULL;
        if (!right || !succeeded) {
            fprintf(stderr, "fuzz: message %d, which should be right, is answered: %s\n", kind, answer);
            exit(1);
        }
    }
    end(one);
}

/* Somebody else speaks over our connections, and in our name over one of its own. */
static void speak_as_other(struct conversation *one, unsigned *seed)
{
    char text[MESSAGE_ROOM];
    pid_t child = fork();
    if (child == 0) {
        for (int which = 0; which < CONNECTIONS; which++) {
            enum message kind = (enum message)(rand_r(seed) % MESSAGES);
            say(which % 2 == 0 ? dial() : connection(one, which), text, write_message(text, kind, &one->speaker), 0);
        }
        _exit(0);
    }
    waitpid(child, NULL, 0);
}

/* Another process enters, imports, and then neither says nor takes anything until we end. */
static void leave_slow_one(const struct conversation *like)
{
    char answer[MESSAGE_ROOM];
    if (slow_ones == SLOW)
        return;
    slow_ones++;
    if (fork() == 0) {
        struct conversation own = {.speaker = like->speaker};
        close(our_life[1]);
        (void)(say_rightly(&own, ENTER, answer, sizeof answer) && say_rightly(&own, HEAR, answer, sizeof answer) &&
               say_rightly(&own, CONNECT, answer, sizeof answer));
        while (read(our_life[0], answer, 1) < 0 && errno == EINTR) {
        }
        _exit(0);
    }
}

/* Asks, and never takes an answer. */
static int flood(struct conversation *one, enum message kind)
{
    char text[MESSAGE_ROOM];
    size_t length = write_message(text, kind, &one->speaker);
    for (int times = 1; times < FLOOD; times++)
        if (!say(connection(one, connection_of[kind]), text, length, 0))
            return 0;
    return 1;
}

static int misbehave(struct conversation *one, enum message kind, unsigned *seed)
{
    char text[MESSAGE_ROOM];
    int usual = connection_of[kind], to = connection(one, rand_r(seed) % 4 == 0 ? rand_r(seed) % CONNECTIONS : usual);
    size_t length = write_message(text, kind, &one->speaker);
    switch (rand_r(seed) % 64) {
    case 0: /* random bytes */
        for (size_t at = 0; at < length; at++)
            text[at] = (char)rand_r(seed);
        return say(to, text, length, 0);
    case 1: /* too large, or as large as may be, and deep */
        memset(large, rand_r(seed) % 2 == 0 ? '[' : ' ', sizeof large);
        memcpy(large, text, length);
        return say(to, large, rand_r(seed) % 2 == 0 ? 65536 : LARGE, 0);
    case 2:
        return say(to, text, length, 1 + rand_r(seed) % PASSED);
    case 3:
        speak_as_other(one, seed);
        return 1;
    case 4:
        leave_slow_one(one);
        return 1;
    case 5:
        return flood(one, kind);
    case 6:
        return shutdown(to, rand_r(seed) % 3) == 0;
    case 7: /* in the name of another process */
        one->speaker.process += rand_r(seed) % 3 - 1;
        return 1;
    case 8:
        end(one);
        return 1;
    default:
        return say(to, text, spoil(text, length, seed), 0);
    }
}

/* Goes through a conversation, rightly up to a point. What is left open stays so for long. */
static void converse(struct conversation *one, unsigned *seed)
{
    char answer[MESSAGE_ROOM];
    int right = rand_r(seed) % MESSAGES;
    for (int step = 0; step < MESSAGES + 8; step++) {
        enum message kind = (enum message)(step < MESSAGES ? step : rand_r(seed) % MESSAGES);
        if (step < right || rand_r(seed) % 4 == 0) {
            if (!say_rightly(one, kind, answer, sizeof answer))
                return;
        } else {
            if (!misbehave(one, kind, seed))
                return;
            (void)hear(one, connection(one, connection_of[kind]), 0, answer, sizeof answer);
        }
    }
}

int main(int count, char **words)
{
    static struct conversation kept[KEPT];
    if (count != 6)
        return 2;
    unsigned seed = (unsigned)strtoul(words[1], NULL, 10);
    long most = atol(words[2]);
    unsigned steady = FIRST_SEGMENT + (unsigned)atoi(words[4]), mortal = FIRST_SEGMENT + (unsigned)atoi(words[5]);
    struct speaker speaker = {.segment = FIRST_SEGMENT + (unsigned)atoi(words[3]), .target = steady};
    kept[0].speaker = speaker;
    if (pipe(our_life) != 0)
        return 1;
    prove(&kept[0]);
    for (size_t at = 0; said < most; at = (at + 1) % KEPT) {
        end(&kept[at]);
        kept[at].speaker = speaker;
        kept[at].speaker.target = rand_r(&seed) % 4 == 0 ? mortal : steady;
        converse(&kept[at], &seed);
    }
    close(our_life[1]);
    while (wait(NULL) > 0) {
    }
    printf("%ld\n", said);
    return 0;
}
