/*
 * What stands beside the fabric in the state directory: a file for the pages of each export segment ("mem.N"), and a named
 * pipe for the signals to each segment ("bell.N"). Everybody may use them, whatever the umask: who may link with a segment
 * is for connect to decide.
 */
#ifndef FILES_H
#define FILES_H

#include <stdint.h>
#include <sys/types.h>

enum { LONGEST_PATH = 512 };

/* Where the state directory is. */
const char *files_directory(void);
void files_path(char path[LONGEST_PATH], const char *kind, uint64_t serial);

/* Gives a descriptor another number where it took one of the standard three, and closes it on exec. -1 with errno. */
int files_keep(int descriptor);

/* Makes an object of so many bytes and opens it; -1 with errno. */
int files_new_object(uint64_t serial, uint64_t length);
int files_open_object(uint64_t serial);
void files_drop_object(uint64_t serial);

/* Makes a bell and opens it for hearing; -1 with errno. Where mode is given, it gets 0777 less the umask. */
int files_new_bell(uint64_t serial, mode_t *mode);
int files_open_bell(uint64_t serial);
void files_drop_bell(uint64_t serial);

/* Rings a bell; once is enough when it should not ring while it rings. -1 with errno when it cannot be reached. */
int files_ring(uint64_t serial, int once);

#endif
