/* Exports on the node of RSM_NODE_SOCKET and does what the test says: one line, one act, one answer. */
#include "check.h"

static void caught(int number)
{
    (void)number;
}

int main(void)
{
    struct sigaction action = {.sa_handler = caught, .sa_flags = SA_RESTART};
    sigaction(SIGUSR1, &action, NULL);
    char line[128];
    char *buffer = pages(2, 'e');
    rsm_memseg_id_t id = SEGMENT;
    rsmapi_controller_handle_t ctl = controller("sci0");
    rsm_memseg_export_handle_t export;
    rsmapi_access_entry_t list[] = {{1, 0640}, {2, 0640}};
    IS(rsm_memseg_export_create(ctl, &export, buffer, 2 * PAGE, RSM_ALLOW_REBIND), RSM_SUCCESS);
    IS(rsm_memseg_export_publish(export, &id, list, 2), RSM_SUCCESS);
    puts("ready");
    fflush(stdout);
    while (fgets(line, sizeof line, stdin) != NULL) {
        line[strcspn(line, "\n")] = 0;
        if (strcmp(line, "unpublish") == 0) {
            printf("%d\n", rsm_memseg_export_unpublish(export));
        } else if (strcmp(line, "publish") == 0) {
            printf("%d\n", rsm_memseg_export_publish(export, &id, list, 2));
        } else if (strncmp(line, "write ", 6) == 0) {
            strcpy(buffer, line + 6);
            puts("0");
        } else if (strcmp(line, "read") == 0) {
            puts(buffer);
        } else if (strcmp(line, "wait") == 0) {
            printf("%d\n", rsm_intr_signal_wait(export, 10000));
        } else if (strcmp(line, "wait now") == 0) {
            printf("%d\n", rsm_intr_signal_wait(export, 0));
        } else if (strcmp(line, "post") == 0) {
            printf("%d\n", rsm_intr_signal_post(export, 0));
        } else if (strcmp(line, "destroy") == 0) {
            printf("%d\n", rsm_memseg_export_destroy(export));
        } else {
            puts("?");
        }
        fflush(stdout);
    }
    return 0;
}
