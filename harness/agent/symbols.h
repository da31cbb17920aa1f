/* The names that a process has for handles, memory and segment ids, and what they stand for. Thread-safe. */
#ifndef RSM_AGENT_SYMBOLS_H
#define RSM_AGENT_SYMBOLS_H

#include <stdint.h>

enum symbol_kind { SYMBOL_HANDLE, SYMBOL_MEMORY, SYMBOL_SEGMENT };

void symbol_bind(enum symbol_kind kind, const char *name, uintptr_t value);
void symbol_unbind(enum symbol_kind kind, const char *name);

/* Returns 1 and the value, or 0 when the name stands for nothing. */
int symbol_find(enum symbol_kind kind, const char *name, uintptr_t *value);

/* The handle was given back. Its value stays, for the steps that use it although they must not. */
void symbol_end_handle(const char *name);

/* Another name of the same live handle, the first in order; NULL when there is none. Valid as long as the process. */
const char *symbol_twin(const char *name, uintptr_t value);

#endif
