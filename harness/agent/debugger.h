/* What gdb, where it is there, can tell about a process that crashes or hangs. It writes to standard error. */
#ifndef RSM_AGENT_DEBUGGER_H
#define RSM_AGENT_DEBUGGER_H

#include <sys/types.h>

/* Whether there is a debugger. */
int debugger_is_there(void);

/* Starts a debugger on a process that waits for it; it says where the process crashes. Returns its process, or -1. */
pid_t debugger_attach(pid_t subject);

/* Waits, in the process itself, until a debugger is there, but not for ever. */
void debugger_wait_for(void);

/* Writes the stacks of all threads of a process, or what the system says of them where there is no debugger. */
void debugger_stacks(pid_t subject, const char *role);

#endif
