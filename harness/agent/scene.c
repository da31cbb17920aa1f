#include "scene.h"

#include <string.h>

const char *member_text(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));

    return text != NULL ? text : "";
}

const char *scene_read(struct scene *scene, json_t *open)
{
    memset(scene, 0, sizeof *scene);
    scene->run = member_text(open, "run");
    scene->case_id = member_text(open, "case");
    scene->setup = json_object_get(open, "setup");
    scene->page_size = (long)json_integer_value(json_object_get(scene->setup, "page_size"));
    if (scene->case_id[0] == '\0')
        return "open: the message has no case";
    if (!json_is_array(json_object_get(scene->setup, "processes")))
        return "open: the setup has no processes";
    scene->open = json_incref(open);
    return NULL;
}

void scene_free(struct scene *scene)
{
    json_decref(scene->open);
    memset(scene, 0, sizeof *scene);
}

static json_t *find(const json_t *list, const char *key, const char *value)
{
    size_t i;
    json_t *item;

    json_array_foreach(list, i, item)
        if (strcmp(member_text(item, key), value) == 0)
            return item;
    return NULL;
}

json_t *scene_process(const struct scene *scene, const char *role)
{
    return find(json_object_get(scene->setup, "processes"), "role", role);
}

json_t *scene_node(const struct scene *scene, const char *symbol)
{
    return find(json_object_get(json_object_get(scene->setup, "cluster"), "nodes"), "symbol", symbol);
}

json_t *scene_identity(const struct scene *scene, const char *identity_class)
{
    return find(json_object_get(scene->setup, "identities"), "class", identity_class);
}

const char *scene_controller(const struct scene *scene, const char *node, const char *symbol)
{
    const json_t *controllers = json_object_get(scene_node(scene, node), "controllers");
    const json_t *controller = find(controllers, "symbol", symbol);

    return controller != NULL ? member_text(controller, "name") : NULL;
}

int scene_node_id(const struct scene *scene, const char *symbol, uint32_t *id)
{
    const json_t *number = strcmp(symbol, "unknown") == 0
        ? json_object_get(json_object_get(scene->setup, "cluster"), "unknown_node_id")
        : json_object_get(scene_node(scene, symbol), "id");

    *id = (uint32_t)json_integer_value(number);
    return json_is_integer(number);
}
