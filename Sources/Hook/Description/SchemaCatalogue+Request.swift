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
       "requestId": {"type": "string", "maxLength": 64, "minLength": 1, "pattern": "\\S"},
       "asOf": {"type": "string", "format": "date-time"},
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
         "ref": {"type": "string", "minLength": 1, "pattern": "\\S"},
         "system": {"type": "string", "minLength": 1, "pattern": "\\S"},
         "revision": {"type": "integer", "minimum": 0},
         "currency": {"type": "string", "pattern": "^[A-Z]{3}$"},
         "value": {"type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?$"},
         "incoterm": {"type": "string", "minLength": 1, "pattern": "\\S"},
         "countryOfExport": {"$ref": "#/components/schemas/Country"},
         "countryOfUltimateDestination": {"$ref": "#/components/schemas/Country"},
         "ultimateConsigneeType": {"enum": ["D", "G", "R", "O"]},
         "requestedShipDate": {"type": "string", "format": "date"},
         "route": {"type": "array", "items": {"$ref": "#/components/schemas/Country"}}
        }
       },
       "endUserKnown": {"enum": ["declared", "inferred", "unknown"]},
       "parties": {
        "type": "array",
        "minItems": 1,
        "items": {
         "type": "object",
         "required": ["id", "role", "entity"],
         "properties": {
          "id": {"type": "string", "minLength": 1, "pattern": "\\S"},
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
              "items": {"type": "string", "minLength": 1, "pattern": "\\S"},
              "minItems": 1
             },
             "required": ["name"]
            }
           }
          },
          "declaredBy": {"enum": ["customer", "sales", "erp", "thirdParty", "compliance"]}
         }
        }
       },
       "lines": {
        "type": "array",
        "minItems": 1,
        "items": {
         "type": "object",
         "required": ["lineNo", "productClass", "quantity"],
         "properties": {
          "lineNo": {"type": "string", "minLength": 1, "pattern": "\\S"},
          "sku": {"type": "string", "minLength": 1, "pattern": "\\S"},
          "description": {"type": "string", "minLength": 1, "pattern": "\\S"},
          "productClass": {"type": "string", "minLength": 1, "pattern": "\\S"},
          "quantity": {"type": "string", "pattern": "^[0-9]*[1-9][0-9]*(\\.[0-9]+)?$"},
          "unit": {"type": "string", "minLength": 1, "pattern": "\\S"},
          "reactionsPerUnit": {"type": "integer", "minimum": 1},
          "unitPrice": {"type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?$"},
          "hsCode": {"type": "string", "minLength": 1, "pattern": "\\S"},
          "eccn": {"type": "string", "minLength": 1, "pattern": "\\S"},
          "eccnBasis": {"type": "string", "minLength": 1, "pattern": "\\S"},
          "euDualUseCode": {"type": "string", "minLength": 1, "pattern": "\\S"},
          "countryOfOrigin": {"$ref": "#/components/schemas/Country"},
          "installedBase": {
           "type": "object",
           "required": ["serial", "relation"],
           "properties": {
            "serial": {"type": "string", "minLength": 1, "pattern": "\\S"},
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
       "endUse": {"type": "object"},
       "attachments": {
        "type": "array",
        "items": {
         "type": "object",
         "required": ["name", "sha256"],
         "properties": {
          "name": {"type": "string", "minLength": 1, "pattern": "\\S"},
          "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}
         }
        }
       },
       "minDataVersion": {
       "type": "string", "anyOf": [{"format": "date"}, {"const": ""}]
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
     }
    """#
}
