#ifndef SCRUPLE_CPOSTGRESQL_SHIM_H
#define SCRUPLE_CPOSTGRESQL_SHIM_H
#include <libpq-fe.h>
#endif
