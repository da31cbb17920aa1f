/*
 * Gates: named places inside a call where a test bed can hold, release or fail it. Which process a gate is set for is said
 * by a name that its environment gives it (RSM_IUT_ROLE); the gate is open for all others.
 */
#ifndef GATES_H
#define GATES_H

enum { MOST_GATES = 32, LONGEST_NAME = 48 };

/* As a place in the fabric. */
struct gate {
    unsigned long long serial; /* 0: not set */
    char name[LONGEST_NAME];
    char role[LONGEST_NAME];
    int code; /* what fails there; 0: the call is held */
};

/*
 * Passes a gate, with the lock held; it is open while the call is. 0, or the code that arises there: that of the bed, or
 * INTERRUPTED when a signal ends the wait of a call that can say so. Says whether the lock was open meanwhile.
 */
int gate_pass(const char *name, int may_be_interrupted, int *was_open);

/* What a test bed does; 0 when there is no place for another gate. */
struct fabric;
int gate_set(struct fabric *fabric, const char *name, const char *role, int code);
void gate_release(struct fabric *fabric, const char *name, const char *role);
void gates_release_all(struct fabric *fabric);

#endif
