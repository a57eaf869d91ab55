import Formats

/// JSON Schema 2020-12 of what is taken and answered, as text, since that is how it is read.
enum SchemaCatalogue {
  /// `countries` are the codes that orders may hold.
  static func json(countries: Set<String>) -> JSON {
    let country = JSON.object([
      ("type", .string("string")), ("enum", .strings(countries.sorted())),
    ])
    let none = JSON.object([("type", .string("null"))])
    return .object(
      fixed + [
        ("Country", country),
        ("CountryOrNone", .object([("anyOf", .array([country, none]))])),
      ])
  }

  private static let fixed: [(String, JSON)] = {
    let text = "{" + [request, visibleText, response, others].joined(separator: ",") + "}"
    // Empty where the text is no JSON, which a test would tell.
    let members = (try? JSONReader.read(Array(text.utf8)))?.members ?? []
    return members.map { ($0.key, $0.value) }
  }()

  /// Smaller schemas.
  static let others = #"""
     "Problem": {
      "type": "object",
      "required": ["type", "title", "status", "detail", "decision"],
      "properties": {
       "type": {"type": "string"},
       "title": {"type": "string"},
       "status": {"type": "integer"},
       "detail": {"type": "string"},
       "instance": {"type": "string"},
       "decision": {"const": "hold"},
       "determination": {"type": "string"},
       "retryAfterSeconds": {"type": "integer"},
       "problems": {"type": "array", "items": {"type": "object"}}
      }
     },
     "Accepted": {
      "type": "object",
      "required": ["status", "decision", "id", "location"],
      "properties": {
       "schemaVersion": {"type": "string"},
       "status": {"const": "accepted"},
       "decision": {"const": "hold"},
       "message": {"type": "string"},
       "id": {"type": "string"},
       "location": {"type": "string"},
       "acceptedAt": {"type": "string"},
       "leafIndex": {"type": "integer"},
       "retryAfterSeconds": {"type": "integer"},
       "answered": {"type": "integer"},
       "of": {"type": "integer"},
       "waitsFor": {"type": "string"}
      }
     },
     "OrderEvent": {
      "type": "object",
      "required": ["specversion", "id", "source", "type", "data"],
      "properties": {
       "specversion": {"const": "1.0"},
       "id": {"type": "string", "minLength": 1},
       "source": {"type": "string", "minLength": 1},
       "type": {"type": "string", "minLength": 1},
       "data": {"$ref": "#/components/schemas/ScreeningRequest"}
      }
     },
     "CloudEvent": {
      "type": "object",
      "required": ["specversion", "id", "source", "type", "data"],
      "properties": {
       "specversion": {"const": "1.0"},
       "id": {"type": "string", "minLength": 1},
       "source": {"type": "string", "minLength": 1},
       "type": {"type": "string", "minLength": 1},
       "datacontenttype": {"type": "string"},
       "data": {"type": "object"}
      }
     },
     "Health": {
      "type": "object",
      "required": ["status"],
      "properties": {
       "status": {"type": "string"},
       "data": {"type": ["object", "null"]},
       "notInForce": {"type": "string"}
      }
     },
     "Anything": {"type": "object"},
     "OrderStatus": {
      "type": "object",
      "required": [
       "order", "decision", "determinationId", "clearance",
       "mayLeave"
      ],
      "properties": {
       "order": {"type": "string"},
       "decision": {"enum": ["allow", "hold", "block"]},
       "determinationId": {"type": ["string", "null"]},
       "waiting": {"type": ["object", "null"]},
       "decidedBy": {"enum": ["policies", "persons"]},
       "orderRevision": {"type": "integer"},
       "orderDigest": {"type": "string"},
       "decidedAt": {"type": "string"},
       "leafIndex": {"type": "integer"},
       "clearance": {"type": ["object", "null"]},
       "mayLeave": {"type": "boolean"}
      }
     },
     "ClearanceRequest": {
      "type": "object",
      "required": ["order"],
      "properties": {
       "order": {
        "$ref": "#/components/schemas/ScreeningRequest"
       },
       "days": {
        "type": ["integer", "null"],
        "minimum": 1,
        "maximum": 30
       },
       "confirmations": {
        "type": ["object", "null"],
        "additionalProperties": {
         "type": "string"
        }
       }
      }
     },
     "Clearance": {
      "type": "object",
      "required": ["token", "claims", "leafIndex"],
      "properties": {
       "token": {"type": "string"},
       "claims": {"type": "object"},
       "leafIndex": {"type": "integer"}
      }
     },
     "VerificationRequest": {
      "type": "object",
      "required": ["token", "order"],
      "properties": {
       "token": {"type": "string"},
       "order": {
        "$ref": "#/components/schemas/ScreeningRequest"
       }
      }
     },
     "Verification": {
      "type": "object",
      "required": ["decision", "holds", "reasons"],
      "properties": {
       "decision": {"enum": ["allow", "hold"]},
       "holds": {"type": "boolean"},
       "reasons": {
        "type": "array",
        "items": {"type": "string"}
       }
      }
     },
     "RevocationRequest": {
      "type": "object",
      "required": ["reason"],
      "properties": {"reason": {"type": "string", "minLength": 1}}
     },
     "Revocation": {
      "type": "object",
      "required": ["clearance", "revoked", "leafIndex"],
      "properties": {
       "clearance": {"type": "string"},
       "revoked": {"type": "boolean"},
       "at": {"type": "string"},
       "leafIndex": {"type": "integer"}
      }
     },
     "Inclusion": {
      "type": "object",
      "required": ["position", "size", "leaf", "path", "checkpoint"],
      "properties": {
       "position": {"type": "integer"},
       "size": {"type": "integer"},
       "leaf": {"type": "string"},
       "path": {"type": "array", "items": {"type": "string"}},
       "checkpoint": {"type": "string"}
      }
     },
     "Consistency": {
      "type": "object",
      "required": ["from", "fromRoot", "size", "path", "checkpoint"],
      "properties": {
       "from": {"type": "integer"},
       "fromRoot": {"type": "string"},
       "size": {"type": "integer"},
       "path": {"type": "array", "items": {"type": "string"}},
       "checkpoint": {"type": "string"}
      }
     },
     "Keys": {
      "type": "object",
      "required": ["log", "keys"],
      "properties": {
       "log": {"type": "string"},
       "keys": {"type": "array", "items": {"type": "object"}}
      }
     }
    """#
}
