extension SchemaCatalogue {
  /// An order to be screened; fields that are not named are kept and told.
  static let request = #"""
     "ScreeningRequest": {
      "title": "ScreeningRequest",
      "type": "object",
      "required": [
       "schemaVersion", "stage", "transactionKind", "order", "endUserKnown", "parties",
       "lines"
      ],
      "properties": {
       "schemaVersion": {"const": "1.0"},
       "requestId": {"type": ["string", "null"], "maxLength": 64},
       "asOf": {"type": ["string", "null"], "format": "date-time"},
       "stage": {"enum": ["lead", "quotation", "order", "preShipment", "postShipment"]},
       "transactionKind": {
        "enum": [
         "sale", "lease", "loan", "trial", "service", "spares", "consumable",
         "softwareUpdate", "training", "relocation", "return", "donation"
        ]
       },
       "order": {
        "type": "object",
        "required": ["ref", "system", "revision", "countryOfUltimateDestination"],
        "properties": {
         "ref": {"$ref": "#/components/schemas/VisibleText"},
         "system": {"$ref": "#/components/schemas/VisibleText"},
         "revision": {
           "type": "integer", "minimum": 0, "maximum": 9007199254740991,
           "description": "Digits alone: 1.0 is refused."
         },
         "currency": {"type": ["string", "null"], "pattern": "^[A-Z]{3}$"},
         "value": {"$ref": "#/components/schemas/Amount"},
         "incoterm": {"type": ["string", "null"], "maxLength": 1000},
         "countryOfExport": {"$ref": "#/components/schemas/CountryOrNone"},
         "countryOfUltimateDestination": {"$ref": "#/components/schemas/Country"},
         "ultimateConsigneeType": {"enum": ["D", "G", "R", "O", null]},
         "requestedShipDate": {"type": ["string", "null"], "format": "date"},
         "route": {"type": ["array", "null"], "items": {"$ref": "#/components/schemas/Country"}}
        }
       },
       "endUserKnown": {"enum": ["declared", "inferred", "unknown"]},
       "parties": {
        "type": "array",
        "minItems": 1, "maxItems": 200,
        "uniqueItems": true,
        "items": {
         "type": "object",
         "required": ["id", "role", "entity"],
         "properties": {
          "id": {"$ref": "#/components/schemas/VisibleText"},
          "role": {
           "type": "array",
           "minItems": 1,
           "items": {
            "enum": [
             "exporter", "purchaser", "intermediateConsignee", "ultimateConsignee", "endUser",
             "reseller", "freightForwarder", "payer", "broker", "bank", "serviceSite",
             "trainee"
            ]
           }
          },
          "entity": {
           "type": "object",
           "required": ["schema", "properties"],
           "properties": {
            "schema": {
             "enum": [
              "Company", "Organization", "PublicBody", "LegalEntity", "Person", "Address"
             ]
            },
            "properties": {
             "type": "object",
             "additionalProperties": {
              "type": "array",
              "items": {"$ref": "#/components/schemas/VisibleText"},
              "minItems": 1
             },
             "required": ["name"]
            }
           }
          },
          "declaredBy": {"enum": ["customer", "sales", "erp", "thirdParty", "compliance", null]}
         }
        }
       },
       "lines": {
        "type": "array",
        "minItems": 1, "maxItems": 500,
        "uniqueItems": true,
        "items": {
         "type": "object",
         "required": ["lineNo", "productClass", "quantity"],
         "properties": {
          "lineNo": {"$ref": "#/components/schemas/VisibleText"},
          "sku": {"type": ["string", "null"], "maxLength": 1000},
          "description": {"type": ["string", "null"], "maxLength": 20000},
          "productClass": {"$ref": "#/components/schemas/VisibleText"},
          "quantity": {"$ref": "#/components/schemas/Quantity"},
          "unit": {"type": ["string", "null"], "maxLength": 1000},
          "reactionsPerUnit": {
           "type": ["integer", "null"], "minimum": 1, "maximum": 9007199254740991
          },
          "unitPrice": {"$ref": "#/components/schemas/Amount"},
          "hsCode": {"type": ["string", "null"], "maxLength": 1000},
          "eccn": {"type": ["string", "null"], "maxLength": 1000},
          "eccnBasis": {"type": ["string", "null"], "maxLength": 20000},
          "euDualUseCode": {"type": ["string", "null"], "maxLength": 1000},
          "countryOfOrigin": {"$ref": "#/components/schemas/CountryOrNone"},
          "installedBase": {
           "type": ["object", "null"],
           "required": ["serial", "relation"],
           "properties": {
            "serial": {"$ref": "#/components/schemas/VisibleText"},
            "relation": {
             "enum": [
              "new", "consumable", "spare", "service", "software", "relocation", "training",
              "decommission"
             ]
            }
           }
          }
         }
        }
       },
       "endUse": {"type": ["object", "null"]},
       "attachments": {
        "type": ["array", "null"],
        "items": {
         "type": "object",
         "required": ["name", "sha256"],
         "properties": {
          "name": {"$ref": "#/components/schemas/VisibleText"},
          "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}
         }
        }
       },
       "minDataVersion": {
        "anyOf": [{"type": "string", "format": "date"}, {"type": "null"}, {"const": ""}]
       }
      },
      "allOf": [
       {
        "if": {"properties": {"endUserKnown": {"const": "declared"}}},
        "then": {
         "properties": {
          "parties": {
           "contains": {"properties": {"role": {"contains": {"const": "endUser"}}}}
          }
         }
        }
       }
      ]
     },
     "Quantity": {
      "type": "string",
      "maxLength": 64,
      "anyOf": [
       {"pattern": "^0*([1-9][0-9]{0,11}|[1-8][0-9]{12}|9[01][0-9]{11}|92[01][0-9]{10})(\\.[0-9]{1,6}0*)?$"},
       {"pattern": "^0+\\.([1-9][0-9]{0,5}|0[1-9][0-9]{0,4}|00[1-9][0-9]{0,3}|000[1-9][0-9]{0,2}|0000[1-9][0-9]?|00000[1-9])0*$"}
      ]
     },
     "Amount": {
      "type": ["string", "null"],
      "maxLength": 64,
      "pattern": "^-?0*([0-9]{1,12}|[1-8][0-9]{12}|9[01][0-9]{11}|92[01][0-9]{10})(\\.[0-9]{1,6}0*)?$"
     }
    """#

  /// Text of which something can be seen: JSON has no name for it, so the characters that cannot
  /// be seen are counted out (`SuspiciousText.isBlank`), as characters, since programs write
  /// expressions differently.
  static let visibleText = #"""
     "VisibleText": {
      "type": "string",
      "maxLength": 1000,
      "pattern": "[^\u0000-\u0020\u007f-\u00a0\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890-\u0891\u08e2\u115f-\u1160\u1680\u17b4-\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ud804\udcbd\ud804\udccd\ud80d\udc30-\ud80d\udc3f\ud82f\udca0-\ud82f\udca3\ud834\udd73-\ud834\udd7a\udb40\udc01\udb40\udc20-\udb40\udc7f\udb40\udd00-\udb40\uddef]"
     }
    """#
}
