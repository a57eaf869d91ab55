#ifndef SCRUPLE_CXML2_SHIM_H
#define SCRUPLE_CXML2_SHIM_H
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#endif
