/*
 * The zoo: the conforming library with one beast in it, which strikes before or after a call. What a harness must survive,
 * and name for what it is.
 */
#ifndef ZOO_H
#define ZOO_H

enum moment { BEFORE_CONNECT, AFTER_CONNECT, BEFORE_DISCONNECT };

/* code and output are those of a connect that is over. */
void beast(enum moment moment, int code, void *output);

#endif
