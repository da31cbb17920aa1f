/* The messages of an honest library. */
#include "wire.h"

#include <stdio.h>

enum { LENGTH = 8192 };

#define RANGE "{\"Chunk\":%d,\"Offset\":0,\"Length\":8192}"
#define LIST "\"List\":[{\"Node\":1,\"Mode\":\"0666\"},{\"Node\":2,\"Mode\":\"0666\"}],\"HasList\":true"

/* The functions of the API by which the library says what it asks for. */
static const int functions[MESSAGES] = {[FIND] = 0, [CREATE] = 5, [PUBLISH] = 8, [CONNECT] = 11, [POST] = 26, [REPUBLISH] = 10,
                                        [TOPOLOGY] = 2, [REBIND] = 7, [DISCONNECT] = 12, [UNPUBLISH] = 9, [MOVE] = 9, [DESTROY] = 6};

static long export_key(const struct speaker *speaker)
{
    return ((long)speaker->process << 32) + 1;
}

/* What stands between the kind of a request and the facts of its call. */
static int write_request(char *text, size_t room, enum message kind, const struct speaker *speaker)
{
    long export = export_key(speaker), import = export + 1;
    switch (kind) {
    case FIND:
        return snprintf(text, room, "\"controller\",\"Name\":\"sci0\",\"InUse\":[]");
    case CREATE:
        return snprintf(text, room, "\"create\",\"Key\":%ld,\"Controller\":\"sci0\",\"Pages\":" RANGE ",\"Held\":" RANGE ",\"MayRebind\":true",
                        export, speaker->chunk, speaker->chunk);
    case PUBLISH:
        return snprintf(text, room, "\"publish\",\"Key\":%ld,\"Id\":%u," LIST, export, speaker->segment);
    case REPUBLISH:
        return snprintf(text, room, "\"republish\",\"Key\":%ld," LIST, export);
    case CONNECT:
        return snprintf(text, room,
                        "\"connect\",\"Key\":%ld,\"Target\":{\"Controller\":\"sci0\",\"Node\":2,\"Segment\":%u,\"Permission\":\"0600\"},"
                        "\"Found\":null", import, speaker->target);
    case POST:
        return snprintf(text, room, "\"post\",\"Key\":%ld,\"FromExport\":false,\"Accumulates\":true", import);
    case TOPOLOGY:
        return snprintf(text, room, "\"topology\"");
    case REBIND:
        return snprintf(text, room, "\"rebind\",\"Key\":%ld,\"Pages\":" RANGE ",\"Held\":" RANGE, export, speaker->chunk, speaker->chunk);
    case DISCONNECT:
        return snprintf(text, room, "\"disconnect\",\"Key\":%ld,\"Path\":0", import);
    case UNPUBLISH:
        return snprintf(text, room, "\"unpublish\",\"Key\":%ld", export);
    case MOVE:
        return snprintf(text, room, "\"move\",\"Key\":%ld,\"Held\":" RANGE, export, speaker->chunk);
    default:
        return snprintf(text, room, "\"destroy\",\"Key\":%ld", export);
    }
}

static size_t write_question(char *text, enum message kind, const struct speaker *speaker)
{
    char request[MESSAGE_ROOM / 2];
    write_request(request, sizeof request, kind, speaker);
    return (size_t)snprintf(text, MESSAGE_ROOM,
                            "{\"$type\":\"ask\",\"Request\":{\"$type\":%s,\"Facts\":{\"Function\":%d,\"Process\":%d,\"Node\":%d,\"Number\":1,"
                            "\"InFlight\":1,\"Thread\":1,\"Beside\":0}},\"Umask\":%s}",
                            request, functions[kind], speaker->process, speaker->node,
                            kind == CREATE || kind == PUBLISH || kind == REPUBLISH ? "\"0022\"" : "null");
}

size_t write_message(char *text, enum message kind, const struct speaker *speaker)
{
    switch (kind) {
    case ENTER:
        return (size_t)snprintf(text, MESSAGE_ROOM, "{\"$type\":\"enter\",\"Version\":1,\"Role\":\"fuzzer\"}");
    case HEAR:
        return (size_t)snprintf(text, MESSAGE_ROOM, "{\"$type\":\"hear\"}");
    case ALLOCATE:
        return (size_t)snprintf(text, MESSAGE_ROOM, "{\"$type\":\"allocate\",\"Length\":%d}", LENGTH);
    case OPEN:
        return (size_t)snprintf(text, MESSAGE_ROOM, "{\"$type\":\"open\",\"Chunk\":%d,\"Writes\":true}", speaker->chunk);
    case WATCH:
        return (size_t)snprintf(text, MESSAGE_ROOM, "{\"$type\":\"watch\",\"Chunk\":%d}", speaker->chunk);
    case PASS:
        return (size_t)snprintf(text, MESSAGE_ROOM, "{\"$type\":\"pass\",\"Gate\":\"connect.entry\"}");
    case CALL_OFF:
        return (size_t)snprintf(text, MESSAGE_ROOM, "{\"$type\":\"call-off\"}");
    case FORGET:
        return (size_t)snprintf(text, MESSAGE_ROOM, "{\"$type\":\"forget\",\"Chunk\":%d}", speaker->chunk);
    case TAKEN:
        return (size_t)snprintf(text, MESSAGE_ROOM, "{\"$type\":\"taken\",\"Number\":1}");
    default:
        return write_question(text, kind, speaker);
    }
}
