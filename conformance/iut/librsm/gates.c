#include "gates.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "files.h"
#include "process.h"

static const char *role(void)
{
    const char *name = getenv("RSM_IUT_ROLE");
    return name == NULL ? "" : name;
}

static struct gate *find(struct fabric *fabric, const char *name, const char *of)
{
    for (int at = 0; at < MOST_GATES; at++) {
        struct gate *gate = &fabric->gates[at];
        if (gate->serial != 0 && strcmp(gate->name, name) == 0 && strcmp(gate->role, of) == 0) {
            return gate;
        }
    }
    return NULL;
}

/* Waits at a gate, with the lock open, until it is released; whether a signal ended the wait before. */
static int wait_at(const struct gate *gate, int may_be_interrupted)
{
    unsigned long long serial = gate->serial;
    int bell = files_open_bell(serial);
    int interrupted = 0;
    while (bell >= 0 && gate->serial == serial && !(interrupted && may_be_interrupted)) {
        fabric_unlock(process.fabric);
        struct pollfd ringing = {bell, POLLIN, 0};
        interrupted = poll(&ringing, 1, -1) < 0 && errno == EINTR;
        fabric_lock(process.fabric, process.descriptor, process.place);
    }
    if (bell >= 0) {
        close(bell);
    }
    return interrupted && may_be_interrupted;
}

int gate_pass(const char *name, int may_be_interrupted, int *was_open)
{
    struct gate *gate = find(process.fabric, name, role());
    *was_open = 0;
    if (gate == NULL) {
        return RSM_SUCCESS;
    }
    if (gate->code != 0) {
        gate->serial = 0;
        return gate->code;
    }
    *was_open = 1;
    return wait_at(gate, may_be_interrupted) ? RSMERR_INTERRUPTED : RSM_SUCCESS;
}
