#ifndef DISCONNECT_H
#define DISCONNECT_H

#include "process.h"

/* Frees what is left of an import segment that was disconnected, once no transfer uses it. */
void import_free(struct segment *import);

#endif
