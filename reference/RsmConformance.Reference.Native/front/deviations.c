/*
 * The deviations of the historical library that this one is to imitate. Nothing that a user can set has a say in that: a test preloads a
 * library that defines rsm_reference_deviations into every process concerned, and there is no other.
 */
#define _GNU_SOURCE
#include <dlfcn.h>

#include <stddef.h>

const char *system_deviations(void)
{
    const char *(*named)(void) = (const char *(*)(void))dlsym(RTLD_DEFAULT, "rsm_reference_deviations");
    return named == NULL ? NULL : named();
}
