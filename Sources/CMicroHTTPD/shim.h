#ifndef SCRUPLE_CMICROHTTPD_SHIM_H
#define SCRUPLE_CMICROHTTPD_SHIM_H
#include <microhttpd.h>
#endif
