#ifndef SCRUPLE_CMICROHTTPD_SHIM_H
#define SCRUPLE_CMICROHTTPD_SHIM_H
#include <microhttpd.h>
#include <netinet/in.h>
#include <stddef.h>
#include <sys/socket.h>

/* Swift calls no variadic functions and reads no macros; these give them names. */

/* What a server is started with; a null certificate is a server without encryption. */
struct scruple_mhd_settings {
  const struct sockaddr *address;
  unsigned int threads;
  unsigned int connections;
  unsigned int seconds_idle;
  size_t connection_memory;
  const char *certificate;
  const char *private_key;
  MHD_AccessHandlerCallback handler;
  MHD_RequestCompletedCallback completed;
  MHD_NotifyConnectionCallback connection;
  void *(*target)(void *, const char *, struct MHD_Connection *);
  size_t (*unescape)(void *, struct MHD_Connection *, char *);
  void *context;
};

static inline struct MHD_Daemon *scruple_mhd_start(const struct scruple_mhd_settings *settings) {
  unsigned int flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME
      | (settings->certificate ? MHD_USE_TLS : 0)
      | (settings->address->sa_family == AF_INET6 ? MHD_USE_IPv6 : 0);
  struct MHD_OptionItem plain[] = {{MHD_OPTION_END, 0, NULL}};
  struct MHD_OptionItem encrypted[] = {
    {MHD_OPTION_HTTPS_MEM_CERT, 0, (void *) settings->certificate},
    {MHD_OPTION_HTTPS_MEM_KEY, 0, (void *) settings->private_key},
    {MHD_OPTION_HTTPS_PRIORITIES, 0,
     (void *) "NORMAL:-VERS-SSL3.0:-VERS-TLS1.0:-VERS-TLS1.1:%SERVER_PRECEDENCE"},
    {MHD_OPTION_END, 0, NULL}};
  return MHD_start_daemon(
      flags, 0, NULL, NULL, settings->handler, settings->context,
      MHD_OPTION_SOCK_ADDR, settings->address,
      MHD_OPTION_THREAD_POOL_SIZE, settings->threads,
      MHD_OPTION_CONNECTION_LIMIT, settings->connections,
      MHD_OPTION_CONNECTION_TIMEOUT, settings->seconds_idle,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, settings->connection_memory,
      /* What it would refuse by itself goes out with two heads (0.9.75); we refuse it. */
      MHD_OPTION_STRICT_FOR_CLIENT, 0,
      MHD_OPTION_LISTEN_BACKLOG_SIZE, 1024u,
      MHD_OPTION_NOTIFY_COMPLETED, settings->completed, settings->context,
      MHD_OPTION_NOTIFY_CONNECTION, settings->connection, settings->context,
      MHD_OPTION_URI_LOG_CALLBACK, settings->target, settings->context,
      MHD_OPTION_UNESCAPE_CALLBACK, settings->unescape, settings->context,
      MHD_OPTION_ARRAY, settings->certificate ? encrypted : plain, MHD_OPTION_END);
}

static inline int scruple_mhd_port(struct MHD_Daemon *daemon) {
  const union MHD_DaemonInfo *info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT);
  return info ? info->port : 0;
}

static inline int scruple_mhd_socket(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info ? info->connect_fd : -1;
}

/* Bytes of the request line and all headers as they came, with the empty line at their end. */
static inline size_t scruple_mhd_head_size(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
  return info ? info->header_size : 0;
}

static inline struct MHD_Response *scruple_mhd_response(const void *bytes, size_t count) {
  return MHD_create_response_from_buffer(count, (void *) bytes, MHD_RESPMEM_MUST_COPY);
}

static inline int scruple_mhd_queue(
    struct MHD_Connection *connection, unsigned int status, struct MHD_Response *response) {
  return MHD_queue_response(connection, status, response) == MHD_YES;
}

static inline int scruple_mhd_header(
    struct MHD_Response *response, const char *name, const char *value) {
  return MHD_add_response_header(response, name, value) == MHD_YES;
}

static inline void scruple_mhd_headers(
    struct MHD_Connection *connection, MHD_KeyValueIteratorN iterator, void *context) {
  (void) MHD_get_connection_values_n(connection, MHD_HEADER_KIND, iterator, context);
}
#endif
