extension SchemaCatalogue {
  /// The answer; see the description of `disclosure` for who sees what.
  static let response = #"""
     "ScreeningResponse": {
      "title": "ScreeningResponse",
      "type": "object",
      "required": [
       "schemaVersion", "decision", "determination",
       "determinationId", "orderRef", "orderRevision",
       "orderDigest", "asOf", "policy", "lanes", "findings",
       "coverage", "questions"
      ],
      "properties": {
       "decision": {
        "enum": ["allow", "hold", "block"],
        "description": "A client MUST treat any other value as hold."
       },
       "determination": {
        "enum": [
         "release",
         "releaseWithConditions",
         "hold", "escalate",
         "licenceRequired",
         "refusePolicy",
         "refuseProhibited",
         "errorFailClosed"
        ],
        "description": "In order of severity; errorFailClosed stands outside the order. decision: allow for the first two, hold for hold, escalate, licenceRequired and errorFailClosed, block for the two refusals."
       },
       "lanes": {
        "type": "object",
        "required": [
         "legal", "redFlag", "rights",
         "data"
        ]
       },
       "findings": {
        "type": "array",
        "items": {
         "type": "object",
         "required": [
          "id", "ruleId",
          "lane", "kind",
          "effect",
          "reason",
          "evidence"
         ],
         "properties": {
          "kind": {
           "enum": [
            ,
            "legalProhibition",
            "licenceRequirement",
            "regulatoryRedFlag",
            "policy",
            "dataGap",
            "context"
           ]
          },
          "effect": {
           "enum": [
            ,
            "release",
            "releaseWithConditions",
            "hold",
            "escalate",
            "licenceRequired",
            "refusePolicy",
            "refuseProhibited",
            "note"
           ]
          },
          "strength": {
           "enum": [
            ,
            "weak",
            "moderate",
            "strong",
            "certain"
           ]
          },
          "evidence": {
           "type": "array",
           "items": {
            "type": "string"
           }
          },
          "lane": {
           "enum": [
            ,
            "legal",
            "redFlag",
            "rights",
            "data"
           ]
          }
         }
        }
       },
       "coverage": {
        "type": "object",
        "required": ["complete", "lists"],
        "properties": {
         "complete": {
          "type": "boolean"
         },
         "lists": {
          "type": "array"
         },
         "notSearched": {
          "type": "array"
         },
         "suppressed": {
          "type": "object"
         }
        }
       },
       "clearance": {
        "type": ["object", "string", "null"]
       },
       "questions": {"type": "array"}
      },
      "allOf": [
       {
        "if": {
         "properties": {
          "determination": {
           "enum": [
            ,
            "release",
            "releaseWithConditions"
           ]
          }
         }
        },
        "then": {
         "properties": {
          "decision": {"const": "allow"}
         }
        }
       },
       {
        "if": {
         "properties": {
          "determination": {
           "enum": [
            ,
            "hold",
            "escalate",
            "licenceRequired",
            "errorFailClosed"
           ]
          }
         }
        },
        "then": {
         "properties": {"decision": {"const": "hold"}}
        }
       },
       {
        "if": {
         "properties": {
          "determination": {
           "enum": [
            ,
            "refusePolicy",
            "refuseProhibited"
           ]
          }
         }
        },
        "then": {
         "properties": {
          "decision": {"const": "block"}
         }
        }
       },
       {
        "if": {"properties": {"decision": {"const": "allow"}}},
        "then": {
         "properties": {
          "coverage": {
           "properties": {
            "complete": {
             "const": true
            }
           }
          }
         }
        }
       }
      ],
      "description": "The core determination holds no clock: its id is the digest of its inputs, so two runs give the same bytes. The hook's envelope adds evaluatedAt, audit, case, clearance and memo links; $defs/envelope requires them."
     }
    """#
}
