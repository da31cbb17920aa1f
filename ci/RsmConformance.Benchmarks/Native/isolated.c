/*
 * What an ordinary C test of librsm.so costs in libcheck's fork mode: the calls of connect.permission.read/local-loopback, with an
 * exporter and an importer, each a process of its own, and a state folder for every test.
 *
 *     isolated TESTS
 */
#include <check.h>
#include <ftw.h>
#include <rsmapi.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SEGMENT = 0x600000, NODE = 1 };

static char state[] = "/tmp/rsm-isolated-XXXXXX";

static int remove_one(const char *path, const struct stat *what, int kind, struct FTW *where)
{
    (void)what;
    (void)kind;
    (void)where;
    return remove(path);
}

static void make_state(void)
{
    ck_assert_ptr_nonnull(mkdtemp(state));
    ck_assert_int_eq(setenv("RSM_IUT_STATE", state, 1), 0);
}

static void remove_state(void)
{
    ck_assert_int_eq(nftw(state, remove_one, 8, FTW_DEPTH | FTW_PHYS), 0);
}

static void export(int ready, int over)
{
    rsmapi_controller_handle_t controller;
    rsm_memseg_export_handle_t segment;
    rsm_memseg_id_t id = SEGMENT;
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    void *memory = aligned_alloc(page, 2 * page);
    char byte = 0;

    if (rsm_get_controller("loopback", &controller) != RSM_SUCCESS || memory == NULL
        || rsm_memseg_export_create(controller, &segment, memory, 2 * page, 0) != RSM_SUCCESS
        || rsm_memseg_export_publish(segment, &id, NULL, 0) != RSM_SUCCESS)
        _exit(1);
    if (write(ready, &byte, 1) == 1 && read(over, &byte, 1) == 0)
        _exit(0);
    _exit(1);
}

START_TEST(connect_through_loopback)
{
    rsmapi_controller_handle_t controller;
    rsm_memseg_import_handle_t import;
    int ready[2];
    int over[2];
    int status;
    char byte;
    pid_t exporter;

    ck_assert_int_eq(pipe(ready), 0);
    ck_assert_int_eq(pipe(over), 0);
    exporter = fork();
    ck_assert_int_ge(exporter, 0);
    if (exporter == 0) {
        close(over[1]);
        export(ready[1], over[0]);
    }
    close(over[0]);
    ck_assert_int_eq(read(ready[0], &byte, 1), 1);
    ck_assert_int_eq(rsm_get_controller("loopback", &controller), RSM_SUCCESS);
    ck_assert_int_eq(rsm_memseg_import_connect(controller, NODE, SEGMENT, RSM_PERM_READ, &import), RSM_SUCCESS);
    close(over[1]);
    ck_assert_int_eq(waitpid(exporter, &status, 0), exporter);
    ck_assert_int_eq(status, 0);
}
END_TEST

int main(int count, char **words)
{
    Suite *suite = suite_create("isolated");
    TCase *tests = tcase_create("connect");
    SRunner *runner = srunner_create(suite);
    int failed;

    if (count != 2)
        return 2;
    tcase_add_checked_fixture(tests, make_state, remove_state);
    tcase_add_loop_test(tests, connect_through_loopback, 0, atoi(words[1]));
    suite_add_tcase(suite, tests);
    srunner_set_fork_status(runner, CK_FORK);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
