/* Who a process is: user, groups, file mode creation mask. */
#ifndef RSM_AGENT_IDENTITY_H
#define RSM_AGENT_IDENTITY_H

#include <jansson.h>

#include "text.h"

/* Whether this process may become anybody. */
int identity_is_free(void);

/*
 * Becomes the user of an identity binding of the setup, with real and effective ids; the saved id stays, so that a
 * step can make the process another user again. Returns 1, or 0 and why.
 */
int identity_take(const json_t *binding, struct text *why);

/* Adds who the system says that this process is, as an identity of the protocol, a JSON object. */
void identity_write(struct text *to);

/* Dies with its parent, where the system offers that. It has to be said again after every change of user. */
void identity_die_with_parent(void);

#endif
