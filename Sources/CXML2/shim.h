#ifndef SCRUPLE_CXML2_SHIM_H
#define SCRUPLE_CXML2_SHIM_H
#include <libxml/xmlversion.h>
/* The headers of ICU, which some builds of libxml2 draw in, are another version than Foundation's. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#endif
