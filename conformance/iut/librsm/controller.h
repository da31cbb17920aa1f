#ifndef CONTROLLER_H
#define CONTROLLER_H

/* The index of the controller behind a handle, or -1. */
int controller_find(const void *handle);
int controller_is_absent(int controller);

#endif
