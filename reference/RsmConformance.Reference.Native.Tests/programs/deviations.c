/* Preloaded into the processes of a test: the deviations of the historical library that the reference is to imitate, such as "D01 D25". */
#include <stdlib.h>

const char *rsm_reference_deviations(void);

const char *rsm_reference_deviations(void)
{
    return getenv("RSM_TEST_DEVIATIONS");
}
