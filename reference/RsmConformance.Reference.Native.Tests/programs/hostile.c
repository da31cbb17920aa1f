/* Says to the daemon what no library says, in every way that this file can think of; seeded, so that a failure comes again. */
#include <sys/socket.h>
#include <sys/un.h>

#include "check.h"

static int connection(void)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    strcpy(address.sun_path, getenv("RSM_NODE_SOCKET"));
    int made = socket(AF_UNIX, SOCK_SEQPACKET, 0);
    CHECK(made >= 0 && connect(made, (struct sockaddr *)&address, sizeof address) == 0);
    return made;
}

static void say(int to, const char *text)
{
    (void)!send(to, text, strlen(text), MSG_NOSIGNAL);
}

/* Says some messages over one connection, and takes what comes without waiting for it. */
static void converse(const char *const *texts, size_t count)
{
    char answer[4096];
    int to = connection();
    for (size_t at = 0; at < count; at++)
        say(to, texts[at]);
    (void)!recv(to, answer, sizeof answer, MSG_DONTWAIT);
    close(to);
}

static void garble(unsigned *seed, const char *pattern)
{
    char text[2048];
    size_t length = strlen(pattern);
    memcpy(text, pattern, length + 1);
    for (int change = rand_r(seed) % 6; change >= 0; change--)
        text[rand_r(seed) % length] = (char)(rand_r(seed) % 3 == 0 ? rand_r(seed) : "0123456789-{}[]\",:ntf"[rand_r(seed) % 21]);
    int to = connection();
    say(to, "{\"$type\":\"enter\",\"Version\":1}");
    (void)!send(to, text, rand_r(seed) % 4 == 0 ? rand_r(seed) % length : length, MSG_NOSIGNAL);
    close(to);
}

#define FACTS "\"Facts\":{\"Function\":1,\"Process\":1,\"Node\":1,\"Number\":1,\"InFlight\":1,\"Thread\":1}"

int main(int count, char **arguments)
{
    static char large[60000];
    const char *const texts[] = {
        "", "{", "null", "[]", "1", "\"x\"", "{}", "{\"$type\":\"nothing\"}", "{\"$type\":\"enter\"}", "{\"$type\":\"enter\",\"Version\":2}",
        "{\"$type\":\"hear\"}", "{\"$type\":\"taken\",\"Number\":1}", "{\"$type\":\"allocate\",\"Length\":-1}", "{\"$type\":\"allocate\",\"Length\":9223372036854771712}",
        "{\"$type\":\"open\",\"Chunk\":1,\"Writes\":true}", "{\"$type\":\"forget\",\"Chunk\":1}", "{\"$type\":\"ask\"}", "{\"$type\":\"ask\",\"Request\":null,\"Umask\":null}",
        "{\"$type\":\"ask\",\"Request\":{\"$type\":\"create\"},\"Umask\":null}",
        "{\"$type\":\"ask\",\"Request\":{\"$type\":\"destroy\"," FACTS ",\"Key\":4294967297},\"Umask\":null}",
        "{\"$type\":\"ask\",\"Request\":{\"$type\":\"publish\"," FACTS ",\"Key\":4294967297,\"Id\":1,\"List\":[null],\"HasList\":true},\"Umask\":\"0022\"}",
        "{\"$type\":\"ask\",\"Request\":{\"$type\":\"connect\"," FACTS ",\"Key\":4294967297,\"Target\":{\"Controller\":\"none\",\"Node\":2,\"Segment\":1,\"Permission\":\"0400\"},\"Found\":99},\"Umask\":null}",
    };
    const char *const entered[] = {"{\"$type\":\"enter\",\"Version\":1}", NULL, NULL};
    unsigned seed = count > 1 ? (unsigned)atoi(arguments[1]) : 1;
    int rounds = count > 2 ? atoi(arguments[2]) : 500;
    memset(large, '[', sizeof large - 1);
    for (size_t at = 0; at < sizeof texts / sizeof *texts; at++) {
        const char *pair[] = {entered[0], texts[at]};
        converse(&texts[at], 1);
        converse(pair, 2);
    }
    const char *deep[] = {large};
    converse(deep, 1);
    int to = connection();
    static char beyond[100000];
    CHECK(send(to, beyond, sizeof beyond, MSG_NOSIGNAL) > 0);
    close(to);
    for (int round = 0; round < rounds; round++)
        garble(&seed, texts[8 + (size_t)rand_r(&seed) % (sizeof texts / sizeof *texts - 8)]);
    return 0;
}
