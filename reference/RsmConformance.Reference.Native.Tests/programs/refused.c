/* A call that is refused; with RSM_DEBUG=1 the library says why. */
#include "check.h"

int main(void)
{
    rsm_memseg_import_handle_t import;
    IS(rsm_memseg_import_connect(controller("loopback"), 1, SEGMENT, RSM_PERM_READ, &import), RSMERR_SEG_NOT_PUBLISHED);
    return 0;
}
