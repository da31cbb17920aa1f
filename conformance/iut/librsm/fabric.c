#include "fabric.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "defects.h"
#include "files.h"

/* Whether a process lives is shown by a lock on the byte of its place. */
static struct flock byte_of(int place, short type)
{
    struct flock lock;
    memset(&lock, 0, sizeof lock);
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    lock.l_start = place;
    lock.l_len = 1;
    return lock;
}

static struct fabric *map_fabric(int descriptor)
{
    void *map = mmap(NULL, sizeof(struct fabric), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    return map == MAP_FAILED ? NULL : map;
}

static int fill_fabric(int descriptor)
{
    if (fchmod(descriptor, 0666) != 0 || ftruncate(descriptor, sizeof(struct fabric)) != 0) {
        return -1;
    }
    struct fabric *fabric = map_fabric(descriptor);
    if (fabric == NULL) {
        return -1;
    }
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
    pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
    pthread_mutex_init(&fabric->lock, &attributes);
    pthread_mutexattr_destroy(&attributes);
    fabric->next_assigned = FIRST_ASSIGNED_ID;
    return munmap(fabric, sizeof(struct fabric));
}

/* Makes the fabric under a name of its own and links it to its real one, so that nobody sees half of it. */
static void make_fabric(const char *directory, const char *path)
{
    char own[LONGEST_PATH];
    if (mkdir(directory, 0777) == 0) {
        chmod(directory, 0777);
    }
    snprintf(own, sizeof own, "%s/making.%ld", directory, (long)getpid());
    int descriptor = open(own, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor >= 0) {
        if (fill_fabric(descriptor) == 0 && link(own, path) != 0 && errno != EEXIST) {
            perror("librsm: the state directory");
        }
        close(descriptor);
        unlink(own);
    }
}

struct fabric *fabric_open(const char *directory, int *descriptor)
{
    char path[LONGEST_PATH];
    snprintf(path, sizeof path, "%s/fabric", directory);
    *descriptor = files_keep(open(path, O_RDWR | O_CLOEXEC));
    if (*descriptor < 0 && errno == ENOENT) {
        make_fabric(directory, path);
        *descriptor = files_keep(open(path, O_RDWR | O_CLOEXEC));
    }
    if (*descriptor < 0) {
        return NULL;
    }
    struct fabric *fabric = map_fabric(*descriptor);
    if (fabric == NULL) {
        close(*descriptor);
    }
    return fabric;
}

static int lives(int descriptor, int place)
{
    struct flock lock = byte_of(place, F_WRLCK);
    return fcntl(descriptor, F_GETLK, &lock) != 0 || lock.l_type != F_UNLCK;
}

static void bury(struct fabric *fabric, int place)
{
    for (int at = 0; at < fabric->exports_used; at++) {
        struct fabric_export *export = &fabric->exports[at];
        if (export->serial != 0 && export->process == place) {
            fabric_withdraw(fabric, export);
            fabric_free_export(fabric, export);
        }
    }
    for (int at = 0; at < fabric->imports_used; at++) {
        struct fabric_import *import = &fabric->imports[at];
        if (import->serial != 0 && import->process == place) {
            fabric_free_import(fabric, import);
        }
    }
    fabric->processes[place] = 0;
    fabric->first_free_export = 0; /* one that died in a call may have lost a place */
    fabric->first_free_import = 0;
}

void fabric_lock(struct fabric *fabric, int descriptor, int self)
{
    if (pthread_mutex_lock(&fabric->lock) == EOWNERDEAD) {
        /* What its owner left half done is a place that is still free, or one that goes when its process is buried. */
        pthread_mutex_consistent(&fabric->lock);
    }
    for (int place = 0; place < MOST_PROCESSES; place++) {
        if (!DEFECT(the_dead_stay) && place != self && fabric->processes[place] != 0 && !lives(descriptor, place)) {
            bury(fabric, place);
        }
    }
}

void fabric_unlock(struct fabric *fabric)
{
    pthread_mutex_unlock(&fabric->lock);
}

int fabric_join(struct fabric *fabric, int descriptor)
{
    int joined = -1;
    fabric_lock(fabric, descriptor, -1);
    for (int place = 0; place < MOST_PROCESSES && joined < 0; place++) {
        struct flock lock = byte_of(place, F_WRLCK);
        if (fabric->processes[place] == 0 && fcntl(descriptor, F_SETLK, &lock) == 0) {
            fabric->processes[place] = getpid();
            joined = place;
        }
    }
    fabric_unlock(fabric);
    return joined;
}
