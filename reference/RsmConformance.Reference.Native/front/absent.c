/* Functions whose pages this implementation does not follow. Each answers with an error that its page documents. */
#include <rsmapi.h>

#define PUBLIC(name) extern __typeof__(name) _##name __attribute__((alias(#name)))

int rsm_get_segmentid_range(const char *appid, rsm_memseg_id_t *base, uint32_t *length)
{
    return appid == NULL || base == NULL || length == NULL ? RSMERR_BAD_ADDR : RSMERR_BAD_CONF;
}
PUBLIC(rsm_get_segmentid_range);

int rsm_memseg_import_getv(rsm_scat_gath_t *request)
{
    return request == NULL ? RSMERR_BAD_SGIO : RSMERR_INSUFFICIENT_RESOURCES;
}
PUBLIC(rsm_memseg_import_getv);

int rsm_memseg_import_putv(rsm_scat_gath_t *request)
{
    return request == NULL ? RSMERR_BAD_SGIO : RSMERR_INSUFFICIENT_RESOURCES;
}
PUBLIC(rsm_memseg_import_putv);

int rsm_create_localmemory_handle(rsmapi_controller_handle_t controller, rsm_localmemory_handle_t *memory, char *vaddr, size_t length)
{
    (void)vaddr;
    return controller == NULL ? RSMERR_BAD_CTLR_HNDL
        : memory == NULL ? RSMERR_BAD_LOCALMEM_HNDL
        : length == 0 ? RSMERR_BAD_LENGTH
        : RSMERR_INSUFFICIENT_MEM;
}
PUBLIC(rsm_create_localmemory_handle);

int rsm_free_localmemory_handle(rsmapi_controller_handle_t controller, rsm_localmemory_handle_t memory)
{
    (void)memory;
    return controller == NULL ? RSMERR_BAD_CTLR_HNDL : RSMERR_BAD_LOCALMEM_HNDL;
}
PUBLIC(rsm_free_localmemory_handle);
