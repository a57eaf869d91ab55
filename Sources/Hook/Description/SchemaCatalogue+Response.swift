extension SchemaCatalogue {
  /// The answer; see the description of `disclosure` for who sees what.
  static let response = #"""
     "ScreeningResponse": {
      "title": "ScreeningResponse",
      "type": "object",
      "required": [
       "schemaVersion", "decision", "determination", "determinationId", "orderRef",
       "orderRevision", "orderDigest", "asOf", "policy", "lanes", "findings", "coverage",
       "questions"
      ],
      "properties": {
       "decision": {
        "enum": ["allow", "hold", "block"],
        "description": "A client MUST treat any other value as hold."
       },
       "determination": {
        "enum": [
         "release", "releaseWithConditions", "hold", "escalate", "licenceRequired",
         "refusePolicy", "refuseProhibited", "errorFailClosed"
        ],
        "description": "In order of severity; errorFailClosed stands outside the order."
       },
       "lanes": {"type": "object", "required": ["legal", "redFlag", "rights", "data"]},
       "findings": {
        "type": "array",
        "items": {
         "type": "object",
         "required": ["id", "ruleId", "lane", "kind", "effect", "reason", "evidence"],
         "properties": {
          "kind": {
           "enum": [
            "legalProhibition", "licenceRequirement", "regulatoryRedFlag", "policy",
            "dataGap", "context"
           ]
          },
          "effect": {
           "enum": [
            "release", "releaseWithConditions", "hold", "escalate", "licenceRequired",
            "refusePolicy", "refuseProhibited", "note"
           ]
          },
          "strength": {"enum": ["weak", "moderate", "strong", "certain"]},
          "evidence": {"type": "array", "items": {"type": "string"}},
          "lane": {"enum": ["legal", "redFlag", "rights", "data"]}
         }
        }
       },
       "coverage": {
        "type": "object",
        "required": ["complete", "lists"],
        "properties": {
         "complete": {"type": "boolean"},
         "lists": {"type": "array"},
         "notSearched": {"type": "array"},
         "suppressed": {"type": "object"}
        }
       },
       "clearance": {"type": ["object", "string", "null"]},
       "heldBy": {
        "type": "object",
        "required": ["reason", "determination"],
        "properties": {"reason": {"type": "string"}, "determination": {"type": "string"}},
        "description": "Of an order that policies allow: what holds it all the same, as an investigation. Full disclosure only."
       },
       "questions": {"type": "array"}
      },
      "allOf": [
       {
        "if": {
         "properties": {"determination": {"enum": ["release", "releaseWithConditions"]}}
        },
        "then": {"properties": {"decision": {"const": "allow"}}}
       },
       {
        "if": {
         "properties": {
          "determination": {
           "enum": ["hold", "escalate", "licenceRequired", "errorFailClosed"]
          }
         }
        },
        "then": {"properties": {"decision": {"const": "hold"}}}
       },
       {
        "if": {
         "properties": {"determination": {"enum": ["refusePolicy", "refuseProhibited"]}}
        },
        "then": {"properties": {"decision": {"const": "block"}}}
       },
       {
        "if": {"properties": {"decision": {"const": "allow"}}},
        "then": {"properties": {"coverage": {"properties": {"complete": {"const": true}}}}}
       }
      ],
      "description": "`disclosure` is full for holders of determination:read or case:decide, else decision."
     }
    """#
}
