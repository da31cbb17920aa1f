#include "symbols.h"

#include <pthread.h>
#include <string.h>

#include "text.h"

/* Entries are never freed: a script has few names, and the process ends with it. */
struct symbol {
    struct symbol *next;
    enum symbol_kind kind;
    int is_bound;
    int is_live;
    uintptr_t value;
    char *name;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct symbol *symbols;

static struct symbol *find(enum symbol_kind kind, const char *name)
{
    struct symbol *symbol = symbols;

    while (symbol != NULL && (symbol->kind != kind || strcmp(symbol->name, name) != 0))
        symbol = symbol->next;
    return symbol;
}

void symbol_bind(enum symbol_kind kind, const char *name, uintptr_t value)
{
    struct symbol *symbol;

    pthread_mutex_lock(&lock);
    symbol = find(kind, name);
    if (symbol == NULL) {
        symbol = need(sizeof *symbol);
        symbol->kind = kind;
        symbol->name = text_copy(name);
        symbol->next = symbols;
        symbols = symbol;
    }
    symbol->value = value;
    symbol->is_bound = 1;
    symbol->is_live = 1;
    pthread_mutex_unlock(&lock);
}

void symbol_unbind(enum symbol_kind kind, const char *name)
{
    struct symbol *symbol;

    pthread_mutex_lock(&lock);
    symbol = find(kind, name);
    if (symbol != NULL)
        symbol->is_bound = 0;
    pthread_mutex_unlock(&lock);
}

int symbol_find(enum symbol_kind kind, const char *name, uintptr_t *value)
{
    struct symbol *symbol;
    int found;

    pthread_mutex_lock(&lock);
    symbol = find(kind, name);
    found = symbol != NULL && symbol->is_bound;
    if (found)
        *value = symbol->value;
    pthread_mutex_unlock(&lock);
    return found;
}

void symbol_end_handle(const char *name)
{
    struct symbol *symbol;

    pthread_mutex_lock(&lock);
    symbol = find(SYMBOL_HANDLE, name);
    if (symbol != NULL)
        symbol->is_live = 0;
    pthread_mutex_unlock(&lock);
}

const char *symbol_twin(const char *name, uintptr_t value)
{
    const char *twin = NULL;

    pthread_mutex_lock(&lock);
    for (struct symbol *symbol = symbols; symbol != NULL; symbol = symbol->next)
        if (symbol->kind == SYMBOL_HANDLE && symbol->is_bound && symbol->is_live && symbol->value == value
            && strcmp(symbol->name, name) != 0 && (twin == NULL || strcmp(symbol->name, twin) < 0))
            twin = symbol->name;
    pthread_mutex_unlock(&lock);
    return twin;
}
