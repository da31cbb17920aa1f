/* What the setup of a session says, as the harness sent it. Nothing here changes it, so that threads may share it. */
#ifndef RSM_AGENT_SCENE_H
#define RSM_AGENT_SCENE_H

#include <jansson.h>
#include <stdint.h>

struct scene {
    json_t *open; /* the open message, which holds everything below */
    const char *run;
    const char *case_id;
    json_t *setup;
    long page_size;
};

/* Reads an open message and keeps it. Returns NULL, or what is wrong with it. */
const char *scene_read(struct scene *scene, json_t *open);
void scene_free(struct scene *scene);

/* A member that is a string; "" when it is not there or null. */
const char *member_text(const json_t *object, const char *key);

/* The setup of a role, the description of a node, the binding of an identity class; NULL when there is none. */
json_t *scene_process(const struct scene *scene, const char *role);
json_t *scene_node(const struct scene *scene, const char *symbol);
json_t *scene_identity(const struct scene *scene, const char *identity_class);

/* What rsm_get_controller calls a controller of a node; NULL when it has none of this symbol. */
const char *scene_controller(const struct scene *scene, const char *node, const char *symbol);

/* The id of the node that cases call so. Returns 1, or 0 when there is none. */
int scene_node_id(const struct scene *scene, const char *symbol, uint32_t *id);

#endif
