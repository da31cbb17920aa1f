/* importer SEED STEADY|MORTAL|NEVER NODE:ID...: connects, reads, writes, maps, signals and disconnects until it is killed. Segments of odd
 * ids belong to exporters that may be killed (MORTAL), those of even ids to steady ones. NEVER imports of both kinds, but leaves no child. */
#include "soak.h"

struct target {
    unsigned node;
    rsm_memseg_id_t id;
    enum life life;
};

static rsmapi_controller_handle_t controller;

/* An exporter that was killed, or that has withdrawn its segment, shows as an aborted connection and as nothing else. */
#define LIVE(call) ((void)(target->life == STEADY ? MUST(call) : MAY(call, RSM_SUCCESS, RSMERR_CONN_ABORTED)))

static void get(rsm_memseg_import_handle_t import, const struct target *target, off_t page)
{
    uint64_t mark = 0;
    int code = target->life == STEADY ? MUST(rsm_memseg_import_get(import, page * PAGE, &mark, sizeof mark))
                                      : MAY(rsm_memseg_import_get(import, page * PAGE, &mark, sizeof mark), RSM_SUCCESS, RSMERR_CONN_ABORTED);
    if (code == RSM_SUCCESS && mark != mark_of(target->id))
        wrong("what a get has read", (long)mark);
}

static void map(rsm_memseg_import_handle_t import, const struct target *target)
{
    char *mapped = NULL;
    int code = target->life == STEADY
                   ? MUST(rsm_memseg_import_map(import, (void **)&mapped, RSM_MAP_NONE, RSM_PERM_RDWR, 0, PAGES * PAGE))
                   : MAY(rsm_memseg_import_map(import, (void **)&mapped, RSM_MAP_NONE, RSM_PERM_RDWR, 0, PAGES * PAGE), RSM_SUCCESS,
                         RSMERR_CONN_ABORTED);
    if (code != RSM_SUCCESS)
        return;
    uint64_t mark = *(volatile uint64_t *)mapped;
    if (mark != mark_of(target->id) && target->life == STEADY)
        wrong("what a map shows", (long)mark);
    ((volatile char *)mapped)[2 * PAGE - 1] = (char)getpid();
    MUST(rsm_memseg_import_unmap(import));
}

static void use(rsm_memseg_import_handle_t import, const struct target *target, unsigned *seed)
{
    char words[256] = "put";
    switch (rand_r(seed) % 5) {
    case 0:
        get(import, target, rand_r(seed) % PAGES);
        break;
    case 1:
        LIVE(rsm_memseg_import_put(import, PAGE / 2, words, sizeof words));
        break;
    case 2:
        map(import, target);
        break;
    case 3:
        LIVE(rsm_intr_signal_post(import, 0));
        break;
    default:
        MAY(rsm_intr_signal_wait(import, 0), RSM_SUCCESS, RSMERR_TIMEOUT);
        break;
    }
}

static void import_once(const struct target *target, unsigned *seed, int leaves_children)
{
    rsm_memseg_import_handle_t import;
    rsmapi_barrier_t barrier;
    int code = target->life == STEADY
                   ? MUST(rsm_memseg_import_connect(controller, target->node, target->id, RSM_PERM_RDWR, &import))
                   : MAY(rsm_memseg_import_connect(controller, target->node, target->id, RSM_PERM_RDWR, &import), RSM_SUCCESS,
                         RSMERR_SEG_NOT_PUBLISHED);
    if (code != RSM_SUCCESS)
        return;
    /* In implicit mode a transfer over a connection that is no more says so. */
    MUST(rsm_memseg_import_init_barrier(import, RSM_BARRIER_SEGMENT, &barrier));
    for (int calls = rand_r(seed) % 8; calls > 0; calls--)
        use(import, target, seed);
    if (leaves_children)
        leave_child_at_times(seed);
    MUST(rsm_memseg_import_destroy_barrier(&barrier));
    MUST(rsm_memseg_import_disconnect(import));
}

int main(int count, char **words)
{
    if (count < 4)
        return 2;
    unsigned seed = (unsigned)strtoul(words[1], NULL, 10);
    int wants_steady = strcmp(words[2], "STEADY") == 0, leaves_children = strcmp(words[2], "MORTAL") == 0;
    struct target targets[16];
    int known = 0;
    for (int at = 3; at < count && known < 16; at++) {
        unsigned number;
        struct target one;
        if (sscanf(words[at], "%u:%u", &one.node, &number) != 2)
            return 2;
        one.id = FIRST_SEGMENT + number;
        one.life = number % 2 == 0 ? STEADY : MORTAL;
        if (!wants_steady || one.life == STEADY)
            targets[known++] = one;
    }
    if (known == 0)
        return 2;
    MUST(rsm_get_controller("sci0", &controller));
    for (;;)
        import_once(&targets[rand_r(&seed) % (unsigned)known], &seed, leaves_children);
}
