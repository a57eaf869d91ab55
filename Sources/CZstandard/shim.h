#ifndef SCRUPLE_CZSTANDARD_SHIM_H
#define SCRUPLE_CZSTANDARD_SHIM_H
#include <zstd.h>
#endif
