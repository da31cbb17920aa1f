/* The digest of a file, by which a report says what was tested. */
#ifndef RSM_AGENT_SHA256_H
#define RSM_AGENT_SHA256_H

enum { SHA256_TEXT = 65 };

/* Writes 64 hexadecimal digits. Returns 0, or -1 with errno when the file cannot be read. */
int sha256_of_file(const char *path, char text[SHA256_TEXT]);

#endif
