#ifndef PUBLICATION_H
#define PUBLICATION_H

#include "process.h"

/* Ends every link with a segment; what importers still have mapped is the exporter's no more. The id stays. */
int publication_withdraw(struct segment *export, struct fabric_export *record);

/* The mode for importers on a node: what its first entry says, or the default without a list; -1 when it is not listed. */
int publication_mode(const struct fabric_export *record, rsm_node_id_t node);

#endif
