/*
 * The Remote Shared Memory API, man section 3RSM: what a program and a librsm.so say to each other. The layouts
 * are those of Solaris and illumos on LP64 machines.
 *
 * Generated from RsmConformance.Abi. To change it, change the facts there and run RsmHeaderTests with
 * RSM_WRITE_HEADER=1.
 */
#ifndef RSMAPI_H
#define RSMAPI_H

#include <poll.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Types of Solaris that other systems lack. */
#ifndef __sun
typedef unsigned int uint_t;
typedef unsigned long ulong_t;
typedef long long offset_t;
#endif

/* Numbers that name things. */
typedef uint32_t rsm_node_id_t;
typedef uint32_t rsm_memseg_id_t;
typedef uint32_t rsm_permission_t;
typedef uint64_t rsm_addr_t;

/* Handles. */
typedef struct rsmapi_controller_handle *rsmapi_controller_handle_t;
typedef struct rsm_memseg_export_handle *rsm_memseg_export_handle_t;
typedef struct rsm_memseg_import_handle *rsm_memseg_import_handle_t;
typedef struct rsm_localmemory_handle *rsm_localmemory_handle_t;

/* What the functions return. */
#define RSM_SUCCESS 0
#define RSMERR_BAD_LIBRARY_VERSION 1
#define RSMERR_BAD_TOPOLOGY_PTR 2
#define RSMERR_BAD_CTLR_HNDL 3
#define RSMERR_CTLR_NOT_PRESENT 4
#define RSMERR_BAD_SEG_HNDL 5
#define RSMERR_SEG_ALREADY_PUBLISHED 6
#define RSMERR_SEG_NOT_PUBLISHED 7
#define RSMERR_SEG_NOT_PUBLISHED_TO_NODE 8
#define RSMERR_SEG_ALREADY_MAPPED 9
#define RSMERR_SEG_STILL_MAPPED 10
#define RSMERR_SEG_NOT_MAPPED 11
#define RSMERR_NOT_CREATOR 12
#define RSMERR_BAD_BARRIER_PTR 13
#define RSMERR_BAD_SGIO 14
#define RSMERR_BAD_LOCALMEM_HNDL 15
#define RSMERR_BAD_ADDR 16
#define RSMERR_BAD_MEM_ALIGNMENT 17
#define RSMERR_BAD_OFFSET 18
#define RSMERR_MISALIGNED_OFFSET 19
#define RSMERR_BAD_LENGTH 20
#define RSMERR_BAD_ACL 21
#define RSMERR_BAD_SEGID 22
#define RSMERR_RESERVED_SEGID 23
#define RSMERR_SEGID_IN_USE 24
#define RSMERR_BAD_MODE 25
#define RSMERR_BAD_PERMS 26
#define RSMERR_PERM_DENIED 27
#define RSMERR_LOCKS_NOT_SUPPORTED 28
#define RSMERR_LOCKS_NOT_ENABLED 29
#define RSMERR_REBIND_NOT_ALLOWED 30
#define RSMERR_INSUFFICIENT_RESOURCES 31
#define RSMERR_INSUFFICIENT_MEM 32
#define RSMERR_MAP_FAILED 33
#define RSMERR_POLLFD_IN_USE 34
#define RSMERR_BARRIER_UNINITIALIZED 35
#define RSMERR_BARRIER_OPEN_FAILED 36
#define RSMERR_BARRIER_NOT_OPENED 37
#define RSMERR_BARRIER_FAILURE 38
#define RSMERR_REMOTE_NODE_UNREACHABLE 39
#define RSMERR_CONN_ABORTED 40
#define RSMERR_INTERRUPTED 41
#define RSMERR_TIMEOUT 42
#define RSMERR_BAD_APPID 43
#define RSMERR_BAD_CONF 44
#define RSMERR_SEG_NOT_CONNECTED 45
#define RSMERR_INTERNAL_ERROR 100
#define RSMERR_BAD_DRIVER_VERSION 101
#define RSMERR_BAD_ARGS_ERRORS 117

/* Access modes of connect and map. */
#define RSM_PERM_NONE 0000
#define RSM_PERM_READ 0400
#define RSM_PERM_WRITE 0200
#define RSM_PERM_RDWR 0600

/* Flags of export_create, of putv, getv and signal_post; kinds of local memory; limits. */
#define RSM_ALLOW_REBIND 0x01
#define RSM_CREATE_SEG_DONTWAIT 0x02
#define RSM_IMPLICIT_SIGPOST 0x01
#define RSM_SIGPOST_NO_ACCUMULATE 0x02
#define RSM_HANDLE_TYPE 0x01
#define RSM_VA_TYPE 0x02
#define RSM_MAX_SGIOREQS 16
#define RSM_CONNECTION_ACTIVE 3

typedef enum {
    RSM_MAP_NONE = 0,
    RSM_MAP_FIXED = 1,
    RSM_MAP_RESERVED = 2
} rsm_attribute_t;

typedef enum {
    RSM_BARRIER_SEGMENT = 0x01,
    RSM_BARRIER_NODE = 0x02,
    RSM_BARRIER_SEGMENT_THREAD = 0x11,
    RSM_BARRIER_NODE_THREAD = 0x12
} rsm_barrier_type_t;

typedef enum {
    RSM_BARRIER_MODE_EXPLICIT = 0,
    RSM_BARRIER_MODE_IMPLICIT = 1
} rsm_barrier_mode_t;

typedef enum {
    RSM_DAS8 = 1,
    RSM_DAS16 = 2,
    RSM_DAS32 = 4,
    RSM_DAS64 = 8
} rsm_access_size_t;

typedef struct {
    uint_t attr_direct_access_sizes;
    uint_t attr_atomic_sizes;
    size_t attr_page_size;
    size_t attr_max_export_segment_size;
    size_t attr_tot_export_segment_size;
    ulong_t attr_max_export_segments;
    size_t attr_max_import_map_size;
    size_t attr_tot_import_map_size;
    ulong_t attr_max_import_segments;
} rsmapi_controller_attr_t;

typedef struct {
    rsm_node_id_t ae_node;
    rsm_permission_t ae_permission;
} rsmapi_access_entry_t;

typedef struct {
    void *seg;
    uint16_t gnum;
    void *privdata;
} rsmapi_barrier_t;

typedef struct {
    int io_type;
    union {
        rsm_localmemory_handle_t handle;
        char *vaddr;
    } local;
    size_t local_offset;
    size_t remote_offset;
    size_t transfer_length;
} rsm_iovec_t;

typedef struct {
    rsm_node_id_t local_nodeid;
    ulong_t io_request_count;
    ulong_t io_residual_count;
    uint_t flags;
    rsm_memseg_import_handle_t remote_handle;
    rsm_iovec_t *iovec;
} rsm_scat_gath_t;

typedef struct {
    rsm_node_id_t local_nodeid;
    uint_t local_cntlr_count;
} rsm_topology_hdr_t;

typedef struct {
    char cntlr_name[256];
    rsm_addr_t local_hwaddr;
    int remote_cntlr_count;
} rsm_connections_hdr_t;

typedef struct {
    rsm_node_id_t remote_nodeid;
    char remote_cntlrname[256];
    rsm_addr_t remote_hwaddr;
    uint_t connection_state;
} rsm_remote_cntlr_t;

typedef struct {
    rsm_connections_hdr_t hdr;
    rsm_remote_cntlr_t remote_cntlr[1];
} rsm_connections_t;

typedef struct {
    rsm_topology_hdr_t topology_hdr;
    rsm_connections_t *connections[1];
} rsm_topology_t;

typedef union {
    uint64_t u64;
    uint32_t u32[2];
    uint16_t u16[4];
    uint8_t u8[8];
    void *ptr;
} rsm_barrier_component_t;

typedef struct {
    rsm_barrier_component_t comp[4];
} rsm_barrier_t;

/* Controllers, the topology, ranges of segment ids. */
int rsm_get_controller(char *name, rsmapi_controller_handle_t *controller);
int rsm_get_controller_attr(rsmapi_controller_handle_t controller, rsmapi_controller_attr_t *attr);
int rsm_release_controller(rsmapi_controller_handle_t controller);
int rsm_get_interconnect_topology(rsm_topology_t **topology_data);
void rsm_free_interconnect_topology(rsm_topology_t *topology_data);
int rsm_get_segmentid_range(const char *appid, rsm_memseg_id_t *baseid, uint32_t *length);

/* The side that exports. */
int rsm_memseg_export_create(rsmapi_controller_handle_t controller,
    rsm_memseg_export_handle_t *memseg, void *vaddr, size_t length, uint_t flags);
int rsm_memseg_export_destroy(rsm_memseg_export_handle_t memseg);
int rsm_memseg_export_rebind(rsm_memseg_export_handle_t memseg, void *vaddr, offset_t off, size_t length);
int rsm_memseg_export_publish(rsm_memseg_export_handle_t memseg,
    rsm_memseg_id_t *segment_id, rsmapi_access_entry_t *access_list, uint_t access_list_length);
int rsm_memseg_export_unpublish(rsm_memseg_export_handle_t memseg);
int rsm_memseg_export_republish(rsm_memseg_export_handle_t memseg,
    rsmapi_access_entry_t *access_list, uint_t access_list_length);

/* The side that imports: links and maps. */
int rsm_memseg_import_connect(rsmapi_controller_handle_t controller,
    rsm_node_id_t nodeid, rsm_memseg_id_t segment_id, rsm_permission_t perm, rsm_memseg_import_handle_t *memseg);
int rsm_memseg_import_disconnect(rsm_memseg_import_handle_t memseg);
int rsm_memseg_import_map(rsm_memseg_import_handle_t memseg,
    void **address, rsm_attribute_t attr, rsm_permission_t perm, off_t offset, size_t length);
int rsm_memseg_import_unmap(rsm_memseg_import_handle_t memseg);

/* The side that imports: transfers. */
int rsm_memseg_import_get8(rsm_memseg_import_handle_t memseg, off_t offset, uint8_t *datap, ulong_t rep_cnt);
int rsm_memseg_import_get16(rsm_memseg_import_handle_t memseg, off_t offset, uint16_t *datap, ulong_t rep_cnt);
int rsm_memseg_import_get32(rsm_memseg_import_handle_t memseg, off_t offset, uint32_t *datap, ulong_t rep_cnt);
int rsm_memseg_import_get64(rsm_memseg_import_handle_t memseg, off_t offset, uint64_t *datap, ulong_t rep_cnt);
int rsm_memseg_import_get(rsm_memseg_import_handle_t memseg, off_t offset, void *dst_addr, size_t length);
int rsm_memseg_import_put8(rsm_memseg_import_handle_t memseg, off_t offset, uint8_t *datap, ulong_t rep_cnt);
int rsm_memseg_import_put16(rsm_memseg_import_handle_t memseg, off_t offset, uint16_t *datap, ulong_t rep_cnt);
int rsm_memseg_import_put32(rsm_memseg_import_handle_t memseg, off_t offset, uint32_t *datap, ulong_t rep_cnt);
int rsm_memseg_import_put64(rsm_memseg_import_handle_t memseg, off_t offset, uint64_t *datap, ulong_t rep_cnt);
int rsm_memseg_import_put(rsm_memseg_import_handle_t memseg, off_t offset, void *src_addr, size_t length);
int rsm_memseg_import_getv(rsm_scat_gath_t *sg_io);
int rsm_memseg_import_putv(rsm_scat_gath_t *sg_io);
int rsm_create_localmemory_handle(rsmapi_controller_handle_t controller,
    rsm_localmemory_handle_t *memseg, char *local_vaddr, size_t length);
int rsm_free_localmemory_handle(rsmapi_controller_handle_t controller, rsm_localmemory_handle_t memseg);

/* Barriers. */
int rsm_memseg_import_init_barrier(rsm_memseg_import_handle_t memseg,
    rsm_barrier_type_t type, rsmapi_barrier_t *barrier);
int rsm_memseg_import_open_barrier(rsmapi_barrier_t *barrier);
int rsm_memseg_import_order_barrier(rsmapi_barrier_t *barrier);
int rsm_memseg_import_close_barrier(rsmapi_barrier_t *barrier);
int rsm_memseg_import_destroy_barrier(rsmapi_barrier_t *barrier);
int rsm_memseg_import_set_mode(rsm_memseg_import_handle_t memseg, rsm_barrier_mode_t mode);
int rsm_memseg_import_get_mode(rsm_memseg_import_handle_t memseg, rsm_barrier_mode_t *mode);

/* Signals between the two sides. */
int rsm_intr_signal_post(void *memseg, uint_t flags);
int rsm_intr_signal_wait(void *memseg, int timeout);
int rsm_intr_signal_wait_pollfd(struct pollfd *fds, nfds_t nfds, int timeout, int *numfdsp);
int rsm_memseg_get_pollfd(void *memseg, struct pollfd *fd);
int rsm_memseg_release_pollfd(void *memseg);

#ifdef __cplusplus
}
#endif

#endif
