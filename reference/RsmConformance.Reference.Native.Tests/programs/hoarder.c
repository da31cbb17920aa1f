/* Allocates pages that no segment uses until it is refused, and keeps them until its input ends. */
#include <sys/socket.h>
#include <sys/un.h>

#include "check.h"

static void ask(int of, const char *question, char *answer, size_t room)
{
    CHECK(send(of, question, strlen(question), MSG_NOSIGNAL) > 0);
    ssize_t length = recv(of, answer, room - 1, 0); /* descriptors that come with it are closed */
    CHECK(length > 0);
    answer[length] = 0;
}

int main(void)
{
    char answer[1024];
    int allocations = 0;
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    strcpy(address.sun_path, getenv("RSM_NODE_SOCKET"));
    int questions = socket(AF_UNIX, SOCK_SEQPACKET, 0), pages = socket(AF_UNIX, SOCK_SEQPACKET, 0);
    CHECK(connect(questions, (struct sockaddr *)&address, sizeof address) == 0);
    CHECK(connect(pages, (struct sockaddr *)&address, sizeof address) == 0);
    ask(questions, "{\"$type\":\"enter\",\"Version\":1}", answer, sizeof answer);
    do {
        ask(pages, "{\"$type\":\"allocate\",\"Length\":4096}", answer, sizeof answer);
        allocations++;
    } while (strstr(answer, "\"Error\":0") != NULL);
    CHECK(strstr(answer, "\"Error\":-24") != NULL && allocations > 10);
    puts("ready");
    fflush(stdout);
    return getchar() == EOF ? 0 : 1;
}
