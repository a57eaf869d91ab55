extension SchemaCatalogue {
  /// An order to be screened; fields that are not named are kept and told.
  static let request = #"""
     "ScreeningRequest": {
      "title": "ScreeningRequest",
      "type": "object",
      "required": [
       "schemaVersion", "stage", "transactionKind", "order",
       "endUserKnown", "parties", "lines"
      ],
      "properties": {
       "schemaVersion": {"const": "1.0"},
       "requestId": {
        "type": "string",
        "maxLength": 64,
        "minLength": 1
       },
       "asOf": {"type": "string", "format": "date-time"},
       "stage": {
        "enum": [
         "lead", "quotation", "order",
         "preShipment", "postShipment"
        ]
       },
       "transactionKind": {
        "enum": [
         "sale", "lease", "loan",
         "trial", "service",
         "spares", "consumable",
         "softwareUpdate",
         "training",
         "relocation", "return",
         "donation"
        ]
       },
       "order": {
        "type": "object",
        "required": [
         "ref", "system", "revision",
         "countryOfUltimateDestination"
        ],
        "properties": {
         "ref": {
          "type": "string",
          "minLength": 1
         },
         "system": {
          "type": "string",
          "minLength": 1
         },
         "revision": {
          "type": "integer",
          "minimum": 0
         },
         "currency": {
          "type": "string",
          "pattern": "^[A-Z]{3}$"
         },
         "value": {
          "type": "string",
          "pattern": "^-?[0-9]+(\\.[0-9]+)?$"
         },
         "incoterm": {
          "type": "string",
          "minLength": 1
         },
         "countryOfExport": {
          "type": "string",
          "pattern": "^[A-Z]{2}$"
         },
         "countryOfUltimateDestination": {
          "type": "string",
          "pattern": "^[A-Z]{2}$"
         },
         "ultimateConsigneeType": {
          "enum": [
           ,
           "D",
           "G",
           "R",
           "O"
          ]
         },
         "requestedShipDate": {
          "type": "string",
          "format": "date"
         },
         "route": {
          "type": "array",
          "items": {
           "type": "string",
           "pattern": "^[A-Z]{2}$"
          }
         }
        }
       },
       "endUserKnown": {
        "enum": [
         "declared", "inferred",
         "unknown"
        ]
       },
       "parties": {
        "type": "array",
        "minItems": 1,
        "items": {
         "type": "object",
         "required": [
          "id", "role",
          "entity"
         ],
         "properties": {
          "id": {
           "type": "string"
          },
          "role": {
           "type": "array",
           "minItems": 1,
           "items": {
            "enum": [
             ,
             "exporter",
             "purchaser",
             "intermediateConsignee",
             "ultimateConsignee",
             "endUser",
             "reseller",
             "freightForwarder",
             "payer",
             "broker",
             "bank",
             "serviceSite",
             "trainee"
            ]
           }
          },
          "entity": {
           "type": "object",
           "required": [
            ,
            "schema",
            "properties"
           ],
           "properties": {
            "schema": {
             "enum": [
              ,
              "Company",
              "Organization",
              "PublicBody",
              "LegalEntity",
              "Person",
              "Address"
             ]
            },
            "properties": {
             "type": "object",
             "additionalProperties": {
              "type": "array",
              "items": {
               "type": "string"
              },
              "minItems": 1
             }
            }
           }
          },
          "declaredBy": {
           "enum": [
            ,
            "customer",
            "sales",
            "erp",
            "thirdParty",
            "compliance"
           ]
          }
         }
        }
       },
       "lines": {
        "type": "array",
        "minItems": 1,
        "items": {
         "type": "object",
         "required": [
          "lineNo",
          "productClass",
          "quantity"
         ],
         "properties": {
          "lineNo": {
           "type": "string"
          },
          "sku": {
           "type": "string"
          },
          "description": {
           "type": "string"
          },
          "productClass": {
           "type": "string"
          },
          "quantity": {
           "type": "string",
           "pattern": "^-?[0-9]+(\\.[0-9]+)?$"
          },
          "unit": {
           "type": "string"
          },
          "reactionsPerUnit": {
           "type": "integer"
          },
          "unitPrice": {
           "type": "string",
           "pattern": "^-?[0-9]+(\\.[0-9]+)?$"
          },
          "hsCode": {
           "type": "string"
          },
          "eccn": {
           "type": "string"
          },
          "eccnBasis": {
           "type": "string"
          },
          "euDualUseCode": {
           "type": "string"
          },
          "countryOfOrigin": {
           "type": "string",
           "pattern": "^[A-Z]{2}$"
          },
          "installedBase": {
           "type": "object",
           "required": [
            ,
            "serial",
            "relation"
           ],
           "properties": {
            "serial": {
             "type": "string"
            },
            "relation": {
             "enum": [
              ,
              "new",
              "consumable",
              "spare",
              "service",
              "software",
              "relocation",
              "training",
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
         "required": [
          "name",
          "sha256"
         ],
         "properties": {
          "name": {
           "type": "string"
          },
          "sha256": {
           "type": "string",
           "pattern": "^[0-9a-f]{64}$"
          }
         }
        }
       },
       "minDataVersion": {"type": "string"}
      },
      "allOf": [
       {
        "if": {
         "properties": {
          "endUserKnown": {
           "const": "declared"
          }
         }
        },
        "then": {
         "properties": {
          "parties": {
           "contains": {
            "properties": {
             "role": {
              "contains": {
               "const": "endUser"
              }
             }
            }
           }
          }
         }
        }
       }
      ]
     }
    """#
}
