/*
 * How memory is shared. The pages of an export segment are moved into an object, a file that takes their place at the
 * caller's own addresses; importers map the object. When the links end, the exporter's pages move on to a new object:
 * what importers still have mapped is then memory that nobody changes any more.
 */
#ifndef PAGES_H
#define PAGES_H

#include "process.h"

/* Each gives 0 or the code that says why not; then nothing was changed. */
int pages_export(struct segment *export, struct fabric_export *record, void *address, uint64_t length);
int pages_rebind(struct segment *export, struct fabric_export *record, void *address);
int pages_move(struct segment *export, struct fabric_export *record);
int pages_import(struct segment *import, const struct fabric_export *record);

/* Follows the exporter to where its pages are now. */
void pages_follow(struct segment *import);
void pages_release(struct segment *import);

/* Maps a part of what is imported for the caller: at a place of its choice, or anywhere when that is NULL. */
int pages_map(struct segment *import, void *wanted, uint64_t offset, uint64_t length, int protection);

#endif
