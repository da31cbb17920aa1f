/* exporter SEED STEADY|MORTAL ID: lends a segment until it is killed. A mortal one also withdraws it and makes it anew. */
#include "soak.h"

static rsmapi_controller_handle_t controller;
static rsm_memseg_id_t id;
static rsmapi_access_entry_t everybody[] = {{1, 0666}, {2, 0666}};
static char *buffer;

static void mark(char *pages)
{
    for (int page = 0; page < PAGES; page++)
        *(uint64_t *)(pages + page * PAGE) = mark_of(id);
}

static char *new_pages(void)
{
    char *made = mmap(NULL, PAGES * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (made == MAP_FAILED)
        wrong("mmap", errno);
    mark(made);
    return made;
}

static void check_marks(void)
{
    for (int page = 0; page < PAGES; page++)
        if (*(uint64_t *)(buffer + page * PAGE) != mark_of(id))
            wrong("the exporter's memory", page);
}

/* One of the calls that leave the segment published. */
static void use(rsm_memseg_export_handle_t export, unsigned *seed, enum life life)
{
    switch (rand_r(seed) % (life == MORTAL ? 4 : 3)) {
    case 0:
        MUST(rsm_intr_signal_post(export, 0));
        break;
    case 1:
        MAY(rsm_intr_signal_wait(export, 0), RSM_SUCCESS, RSMERR_TIMEOUT);
        break;
    case 2:
        check_marks();
        progress();
        break;
    default:
        MUST(rsm_memseg_export_republish(export, everybody, 2));
        break;
    }
}

/* Until the daemon has seen the end of the one that was here before, its id is taken. */
static void publish(rsm_memseg_export_handle_t export)
{
    while (MAY(rsm_memseg_export_publish(export, &id, everybody, 2), RSM_SUCCESS, RSMERR_SEGID_IN_USE) != RSM_SUCCESS) {
    }
}

static void live_once(unsigned *seed, enum life life)
{
    rsm_memseg_export_handle_t export;
    MUST(rsm_memseg_export_create(controller, &export, buffer, PAGES * PAGE, RSM_ALLOW_REBIND));
    publish(export);
    do {
        for (int calls = rand_r(seed) % 16; calls >= 0; calls--)
            use(export, seed, life);
        if (life == MORTAL)
            leave_child_at_times(seed);
        if (rand_r(seed) % 2 == 0 && life == MORTAL) {
            MUST(rsm_memseg_export_unpublish(export));
            check_marks();
            publish(export);
        }
    } while (life == STEADY || rand_r(seed) % 4 != 0);
    if (rand_r(seed) % 2 == 0)
        MUST(rsm_memseg_export_unpublish(export));
    MUST(rsm_memseg_export_destroy(export));
    check_marks();
}

int main(int count, char **words)
{
    if (count != 4)
        return 2;
    unsigned seed = (unsigned)strtoul(words[1], NULL, 10);
    enum life life = strcmp(words[2], "MORTAL") == 0 ? MORTAL : STEADY;
    id = FIRST_SEGMENT + (rsm_memseg_id_t)atoi(words[3]);
    buffer = new_pages();
    MUST(rsm_get_controller("sci0", &controller));
    for (;;)
        live_once(&seed, life);
}
