#include "arguments.h"

#include <inttypes.h>
#include <rsmapi.h>
#include <stdlib.h>
#include <string.h>

#include "symbols.h"
#include "values.h"

static const char misaligned_prefix[] = "misaligned:";
static const char assigned_prefix[] = "auto:";

static int starts(const char *text, const char *prefix)
{
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

#define REFUSE(arguments, ...)                                \
    do {                                                      \
        if ((arguments)->refusal.length == 0)                 \
            text_add(&(arguments)->refusal, __VA_ARGS__);     \
    } while (0)

static void say_address(struct arguments *a, const void *address)
{
    if (address == NULL)
        text_add(&a->resolved, "NULL");
    else
        text_add(&a->resolved, "0x%" PRIxPTR, (uintptr_t)address);
}

/* What stands for a text that may be the variable of a sweep. */
static const char *bound(struct arguments *a, const char *text)
{
    const char *binding = text[0] == '$' ? turn_binding(a->turn, text + 1) : text;

    if (binding == NULL)
        REFUSE(a, "%s has no value outside its sweep", text);
    return binding;
}

static uint32_t node_id(struct arguments *a, const char *text)
{
    const char *node = bound(a, text);
    uint32_t id = 0;

    if (node != NULL && !value_node(node, &id) && !scene_node_id(a->scene, node, &id))
        REFUSE(a, "the cluster has no node %s", node);
    return id;
}

static uint32_t segment_id(struct arguments *a, const char *text)
{
    const char *segment = bound(a, text);
    uintptr_t found = 0;
    uint32_t id = 0;

    if (segment == NULL || value_segment(segment, &id))
        return id;
    if (!symbol_find(SYMBOL_SEGMENT, segment, &found))
        REFUSE(a, "segment %s has no id", segment);
    return (uint32_t)found;
}

static uint32_t permission(struct arguments *a, const char *text)
{
    const char *mode = bound(a, text);
    uint32_t bits = 0;

    if (mode != NULL && !value_permission(mode, &bits))
        REFUSE(a, "'%s' is not an octal permission", mode);
    return bits;
}

static uintptr_t controller_name(struct arguments *a, const char *key)
{
    const char *text = json_string_value(json_object_get(a->from, key));
    const char *name;

    if (text == NULL) {
        text_add(&a->resolved, "NULL");
        return 0;
    }
    name = text[0] == '=' ? text + 1 : scene_controller(a->scene, a->node, text);
    if (name == NULL)
        REFUSE(a, "node %s has no controller %s", a->node, text);
    else
        text_add(&a->resolved, "\"%s\"", name);
    return (uintptr_t)name;
}

static uintptr_t handle(struct arguments *a, const char *text, int ends)
{
    const char *name = starts(text, "stale:") ? text + strlen("stale:")
        : starts(text, "wrong-kind:")         ? text + strlen("wrong-kind:")
                                              : text;
    uintptr_t value = 0;

    if (strcmp(text, "garbage") == 0)
        value = (uintptr_t)pages_garbage();
    else if (strcmp(text, "null") != 0 && !symbol_find(SYMBOL_HANDLE, name, &value) && !symbol_find(SYMBOL_MEMORY, name, &value))
        REFUSE(a, "symbol %s has no value: the step that should have stored it did not", name);
    if (ends)
        a->ends_with_success = name;
    say_address(a, (const void *)value);
    return value;
}

static uintptr_t segment_address(struct arguments *a, const char *text)
{
    int assigned = starts(text, assigned_prefix);
    const char *symbol = assigned ? text + strlen(assigned_prefix) : text;
    struct cell *cell;
    uint32_t id;

    if (strcmp(text, "null") == 0) {
        text_add(&a->resolved, "NULL");
        return 0;
    }
    id = assigned ? 0 : segment_id(a, text);
    a->assigned_segment = assigned ? symbol : NULL;
    cell = &a->cells[a->cell_count++];
    cell_make(cell, symbol, CELL_SEGMENT_ID, sizeof id, 0);
    cell_preset(cell, id);
    text_add(&a->resolved, "&0x%x", (unsigned)id);
    return (uintptr_t)cell_address(cell);
}

static uintptr_t access_list(struct arguments *a, const json_t *list)
{
    rsmapi_access_entry_t *entries;
    const json_t *entry;
    size_t i;

    if (!json_is_array(list)) {
        text_add(&a->resolved, "NULL");
        return 0;
    }
    a->list_length = json_array_size(list) * sizeof *entries;
    entries = need(a->list_length);
    text_add(&a->resolved, "{");
    json_array_foreach(list, i, entry) {
        entries[i].ae_node = node_id(a, member_text(entry, "ae_node"));
        entries[i].ae_permission = permission(a, member_text(entry, "ae_permission"));
        text_add(&a->resolved, "%s{%u, 0%03o}", i > 0 ? ", " : "", (unsigned)entries[i].ae_node, (unsigned)entries[i].ae_permission);
    }
    text_add(&a->resolved, "}");
    a->list = list_take(entries, a->list_length);
    free(entries);
    return (uintptr_t)a->list;
}

static uintptr_t access_list_length(struct arguments *a, const char *key)
{
    const json_t *stated = json_object_get(a->from, key);
    uint32_t length = json_is_integer(stated) ? (uint32_t)json_integer_value(stated)
                                              : (uint32_t)json_array_size(json_object_get(a->from, "access_list"));

    text_add(&a->resolved, "%u", (unsigned)length);
    return length;
}

int64_t argument_extent(struct arguments *a, const char *key)
{
    const char *text = member_text(a->from, key);
    int64_t bytes = 0;

    if (!value_extent(text, a->scene->page_size, &bytes))
        REFUSE(a, "'%s' is not a size such as 64, 2p or 1p+8", text);
    return bytes;
}

char *argument_address(struct arguments *a, const char *key)
{
    const char *text = member_text(a->from, key);
    const char *at = strchr(text, '@');
    char *name = text_copy(text);
    uintptr_t start = 0;
    int64_t offset = 0;

    if (at != NULL)
        name[at - text] = '\0';
    if (strcmp(name, "unmapped") == 0)
        start = (uintptr_t)NEVER_MAPPED;
    else if (strcmp(name, "read-only") == 0)
        start = (uintptr_t)pages_read_only();
    else if (strcmp(name, "null") != 0 && !symbol_find(SYMBOL_MEMORY, name, &start))
        REFUSE(a, "memory %s is not there: the step that should have made it did not", name);
    if (at != NULL && !value_extent(at + 1, a->scene->page_size, &offset))
        REFUSE(a, "'%s' is not an address such as buf@1p+8", text);
    free(name);
    start += (uintptr_t)offset;
    say_address(a, (const void *)start);
    return (char *)start;
}

static uintptr_t output(struct arguments *a, const char *text, enum cell_content content, size_t size)
{
    int misaligned = starts(text, misaligned_prefix);
    const char *name = misaligned ? text + strlen(misaligned_prefix) : text;
    void *address;

    if (strcmp(text, "null") == 0) {
        address = NULL;
    } else if (strcmp(text, "unwritable") == 0) {
        address = pages_read_only();
    } else if (strcmp(text, "unmapped") == 0) {
        address = NEVER_MAPPED;
    } else {
        struct cell *cell = &a->cells[a->cell_count++];
        uintptr_t chosen = 0;

        cell_make(cell, name, content, size, misaligned);
        if (content == CELL_MAP_ADDRESS && strcmp(member_text(a->from, "attribute"), "fixed") == 0) {
            symbol_find(SYMBOL_MEMORY, name, &chosen);
            cell_preset(cell, chosen);
        }
        address = cell_address(cell);
    }
    say_address(a, address);
    return (uintptr_t)address;
}

static uintptr_t word(struct arguments *a, const char *key)
{
    const json_t *given = json_object_get(a->from, key);
    uint32_t number = (uint32_t)json_integer_value(given);

    if (!json_is_integer(given) && !value_word(key, member_text(a->from, key), &number))
        REFUSE(a, "this agent does not know the %s '%s'", key, member_text(a->from, key));
    text_add(&a->resolved, "%u", (unsigned)number);
    return number;
}

static uintptr_t number(struct arguments *a, const char *key)
{
    json_int_t value = json_integer_value(json_object_get(a->from, key));

    text_add(&a->resolved, "%" JSON_INTEGER_FORMAT, value);
    return (uintptr_t)value;
}

static uintptr_t said(struct arguments *a, uintptr_t value)
{
    text_add(&a->resolved, "%" PRIuPTR, value);
    return value;
}

static uintptr_t signed_extent(struct arguments *a, const char *key)
{
    int64_t bytes = argument_extent(a, key);

    text_add(&a->resolved, "%" PRId64, bytes);
    return (uintptr_t)bytes;
}

static uintptr_t read_one(struct arguments *a, char kind, const char *key)
{
    const char *text = member_text(a->from, key);
    uint32_t bits;

    switch (kind) {
    case 'N': return controller_name(a, key);
    case 'h': return handle(a, text, 0);
    case 'e': return handle(a, text, 1);
    case 'n': return said(a, node_id(a, text));
    case 's':
        bits = segment_id(a, text);
        text_add(&a->resolved, "0x%x", (unsigned)bits);
        return bits;
    case 'S': return segment_address(a, text);
    case 'p':
        bits = permission(a, text);
        text_add(&a->resolved, "0%03o", (unsigned)bits);
        return bits;
    case 'L': return access_list(a, json_object_get(a->from, key));
    case 'l': return access_list_length(a, key);
    case 'a': return (uintptr_t)argument_address(a, key);
    case 'x': return said(a, (uintptr_t)argument_extent(a, key));
    case 'o': return signed_extent(a, key);
    case 'w': return word(a, key);
    case 'c':
    case 'i': return number(a, key);
    case 'z': return said(a, 0);
    case 'O': return output(a, text, CELL_HANDLE, sizeof(void *));
    case 'D': return output(a, text, CELL_MAP_ADDRESS, sizeof(void *));
    case 'B': return output(a, text, CELL_BARRIER, sizeof(rsmapi_barrier_t));
    case 'm': return output(a, text, CELL_MODE, sizeof(rsm_barrier_mode_t));
    case 'C': return output(a, text, CELL_STRUCTURE, sizeof(rsmapi_controller_attr_t));
    case 'F': return output(a, text, CELL_STRUCTURE, sizeof(struct pollfd));
    default: give_up("no such kind of parameter: %c", kind);
    }
}

void arguments_read(struct arguments *a, const char *parameters)
{
    char key[32];
    size_t length;

    while (*parameters != '\0') {
        char kind = parameters[0];

        parameters += 2;
        length = strcspn(parameters, " ");
        if (length >= sizeof key || a->count == MOST_ARGUMENTS)
            give_up("a function with too many or too long parameters");
        memcpy(key, parameters, length);
        key[length] = '\0';
        parameters += length + (parameters[length] == ' ');
        if (a->count > 0)
            text_add(&a->resolved, ", ");
        a->values[a->count++] = read_one(a, kind, key);
    }
}

void arguments_free(struct arguments *a)
{
    for (int i = 0; i < a->cell_count; i++)
        cell_free(&a->cells[i]);
    if (a->list != NULL)
        list_give(a->list, a->list_length);
    text_free(&a->resolved);
    text_free(&a->refusal);
}
