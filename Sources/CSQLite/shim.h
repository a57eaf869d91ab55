#ifndef SCRUPLE_CSQLITE_SHIM_H
#define SCRUPLE_CSQLITE_SHIM_H
#include <sqlite3.h>

/* Variadic functions are none that Swift calls. Before the library is used first: it then counts no
   bytes of memory, which it does under one lock for all connections. */
static inline int scruple_sqlite_count_no_memory(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/* SQLITE_TRANSIENT is a cast that Swift cannot import: SQLite keeps its own copy of the bytes. */
static inline int scruple_sqlite_bind_blob(
    sqlite3_stmt *statement, int place, const void *bytes, sqlite3_uint64 count) {
  return sqlite3_bind_blob64(statement, place, bytes, count, SQLITE_TRANSIENT);
}

static inline int scruple_sqlite_bind_text(
    sqlite3_stmt *statement, int place, const char *text, sqlite3_uint64 count) {
  return sqlite3_bind_text64(statement, place, text, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}
#endif
