/* What the test programs share: checks that name their line, and processes on nodes that take turns. */
#ifndef CHECK_H
#define CHECK_H

#include <rsmapi.h>

enum { SEGMENT = 0x600000, PAGES = 2 };

#define CHECK(condition) check(condition, #condition, __FILE__, __LINE__)
#define IS(call, code) check_code(call, code, #call, __FILE__, __LINE__)

void check(int holds, const char *what, const char *file, int line);
void check_code(int seen, int expected, const char *what, const char *file, int line);

/* Runs a function in a process of its own on a node, and goes on; the process ends with it. */
struct other {
    int pid;
    int to;
    int from;
};
struct other start(void (*body)(void), const char *node);

/* Turns: say lets the other side go on, hear waits for it. In a started process both speak to its starter. */
void say(const struct other *other);
void hear(const struct other *other);
extern const struct other starter;

/* Waits until the process has ended; with its checks passed, or by being killed. */
void finish(const struct other *other);
void kill_other(const struct other *other);

char *pages(char fill);
size_t size_of_pages(void);
rsmapi_controller_handle_t controller(const char *name);

/* A published segment of two pages, and a link with it. */
rsm_memseg_export_handle_t publish(rsmapi_controller_handle_t ctl, char *memory, rsm_memseg_id_t id);
rsm_memseg_import_handle_t link_with(rsmapi_controller_handle_t ctl, rsm_node_id_t node, rsm_memseg_id_t id);

#endif
