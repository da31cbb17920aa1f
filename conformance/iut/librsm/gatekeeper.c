/* What a test bed does to gates. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "fabric.h"
#include "files.h"

static void open_gate(struct gate *gate)
{
    if (gate->code == 0) {
        files_ring(gate->serial, 1);
        files_drop_bell(gate->serial);
    }
    gate->serial = 0;
}

int gate_set(struct fabric *fabric, const char *name, const char *role, int code)
{
    for (int at = 0; at < MOST_GATES; at++) {
        struct gate *gate = &fabric->gates[at];
        if (gate->serial == 0) {
            uint64_t serial = fabric_serial(fabric);
            int bell = code == 0 ? files_new_bell(serial, NULL) : -1;
            if (bell >= 0) {
                close(bell);
            } else if (code == 0) {
                return 0;
            }
            snprintf(gate->name, sizeof gate->name, "%s", name);
            snprintf(gate->role, sizeof gate->role, "%s", role);
            gate->code = code;
            gate->serial = serial;
            return 1;
        }
    }
    return 0;
}

void gate_release(struct fabric *fabric, const char *name, const char *role)
{
    for (int at = 0; at < MOST_GATES; at++) {
        struct gate *gate = &fabric->gates[at];
        if (gate->serial != 0 && strcmp(gate->name, name) == 0 && strcmp(gate->role, role) == 0) {
            open_gate(gate);
        }
    }
}

void gates_release_all(struct fabric *fabric)
{
    for (int at = 0; at < MOST_GATES; at++) {
        if (fabric->gates[at].serial != 0) {
            open_gate(&fabric->gates[at]);
        }
    }
}
