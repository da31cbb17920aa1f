/* Writes before and behind the handle that a connect stores. */
#include "zoo.h"

void beast(enum moment moment, int code, void *output)
{
    if (moment == AFTER_CONNECT && code == 0) {
        void **cell = output;
        cell[-1] = cell[0];
        cell[1] = cell[0];
    }
}
