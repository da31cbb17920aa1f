/* The implementation under test: a shared library, found by its path, of which only the public functions are used. */
#ifndef RSM_AGENT_LIBRARY_H
#define RSM_AGENT_LIBRARY_H

#include <jansson.h>

#include "arguments.h"

/* Loads the library. Returns NULL, or what is wrong with it; the text stays. */
const char *library_load(const char *path);

/* The public functions that the loaded library lacks, with spaces between; empty when it has them all. */
void library_missing(struct text *names);

struct function;

/* The function of this name that agents can call; NULL when there is none. */
const struct function *library_function(const char *name);

/* Its parameters in the form of arguments_read. */
const char *function_parameters(const struct function *function);

/* Whether the loaded library has it. */
int function_is_there(const struct function *function);

/* Calls it; what it does to this process is its own doing. */
int function_call(const struct function *function, const uintptr_t values[MOST_ARGUMENTS]);

#endif
