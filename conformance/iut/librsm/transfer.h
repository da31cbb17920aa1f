#ifndef TRANSFER_H
#define TRANSFER_H

#include "process.h"

enum direction { GET, PUT };

/* What a transfer is to do. */
struct transfer {
    enum direction direction;
    off_t offset;
    void *data;
    size_t unit;
    size_t count;
};

/* Enters the library, moves the bytes, and leaves it. The lock is open while they move. */
int transfer_run(rsm_memseg_import_handle_t handle, const struct transfer *transfer);

#endif
