#include "identity.h"

#include <errno.h>
#include <grp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

enum { MOST_GROUPS = 1024 };

int identity_is_free(void)
{
    return geteuid() == 0;
}

void identity_die_with_parent(void)
{
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    /* A change of user makes a process opaque to debuggers and to its own /proc; an ordinary login is not. */
    prctl(PR_SET_DUMPABLE, 1);
#endif
}

static unsigned number(const json_t *identity, const char *key)
{
    return (unsigned)json_integer_value(json_object_get(identity, key));
}

/* Whether the process has a group beside its primary one. */
static int has_group(const gid_t *groups, int count, gid_t group)
{
    for (int i = 0; i < count; i++)
        if (groups[i] == group)
            return 1;
    return 0;
}

/* Without privileges only that identity can be taken which the process has. */
static int is_already(const json_t *identity)
{
    gid_t groups[MOST_GROUPS];
    int count = getgroups(MOST_GROUPS, groups);
    const json_t *wanted = json_object_get(identity, "groups");
    const json_t *group;
    size_t i;

    if (geteuid() != number(identity, "uid") || getegid() != number(identity, "gid") || count < 0)
        return 0;
    json_array_foreach(wanted, i, group)
        if (!has_group(groups, count, (gid_t)json_integer_value(group)))
            return 0;
    for (int j = 0; j < count; j++) {
        int is_wanted = groups[j] == getegid();

        json_array_foreach(wanted, i, group)
            is_wanted |= groups[j] == (gid_t)json_integer_value(group);
        if (!is_wanted)
            return 0;
    }
    return 1;
}

static int take_groups(const json_t *wanted)
{
    gid_t groups[MOST_GROUPS];
    const json_t *group;
    size_t i;

    if (json_array_size(wanted) > MOST_GROUPS) {
        errno = EINVAL;
        return -1;
    }
    json_array_foreach(wanted, i, group)
        groups[i] = (gid_t)json_integer_value(group);
    return setgroups((int)json_array_size(wanted), groups);
}

int identity_take(const json_t *binding, struct text *why)
{
    const json_t *identity = json_object_get(binding, "identity");
    unsigned uid = number(identity, "uid");
    unsigned gid = number(identity, "gid");

    /* The privileges that an earlier change of user put aside. */
    if (geteuid() != 0 && seteuid(0) != 0) {
        if (is_already(identity))
            return 1;
        text_add(why, "the process cannot become uid %u, gid %u: the agent needs to be started by root for that", uid, gid);
        return 0;
    }
#ifdef __linux__
    if (take_groups(json_object_get(identity, "groups")) == 0 && setresgid(gid, gid, 0) == 0 && setresuid(uid, uid, 0) == 0) {
#else
    if (take_groups(json_object_get(identity, "groups")) == 0 && setregid(gid, gid) == 0 && setreuid(uid, uid) == 0) {
#endif
        identity_die_with_parent();
        return 1;
    }
    text_add(why, "the process cannot become uid %u, gid %u: %s", uid, gid, strerror(errno));
    return 0;
}

void identity_write(struct text *to)
{
    gid_t groups[MOST_GROUPS];
    int count = getgroups(MOST_GROUPS, groups);
    const char *comma = "";

    text_add(to, "{\"uid\":%u,\"gid\":%u,\"groups\":[", (unsigned)geteuid(), (unsigned)getegid());
    for (int i = 0; i < count; i++)
        if (groups[i] != getegid()) {
            text_add(to, "%s%u", comma, (unsigned)groups[i]);
            comma = ",";
        }
    text_add(to, "]}");
}
