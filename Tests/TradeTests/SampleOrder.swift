import Formats

@testable import Trade

/// A hand-written order of fictional parties, and the codes that exist in these tests.
enum SampleOrder {
  static let countries: Set<String> = [
    "AE", "CH", "CN", "DE", "FR", "GB", "GR", "HK", "JP", "KG", "KZ", "MO", "NL", "SG", "US",
  ]

  static let text = """
    {
      "schemaVersion": "1.0",
      "requestId": "c0a8-7f31",
      "asOf": "2026-11-22T01:58:00Z",
      "stage": "order",
      "transactionKind": "sale",
      "order": {
        "ref": "SO-1002",
        "system": "sap-prd-100",
        "revision": 3,
        "currency": "USD",
        "value": "61250.00",
        "incoterm": "CIP",
        "countryOfExport": "US",
        "countryOfUltimateDestination": "CN",
        "ultimateConsigneeType": "R",
        "requestedShipDate": "2026-11-28",
        "route": ["US", "HK", "CN"]
      },
      "endUserKnown": "unknown",
      "completeRoles": ["purchaser"],
      "parties": [
        {
          "id": "p1",
          "role": ["purchaser", "reseller"],
          "entity": {
            "schema": "Company",
            "properties": {
              "name": ["示例生物科技有限公司", "Shili Biotech Co., Ltd."],
              "country": ["cn"],
              "uscCode": ["91440101MA5EXAMPLE"],
              "address": ["广东省广州市示例路1号"]
            }
          },
          "declaredBy": "customer"
        },
        {
          "id": "p2",
          "role": ["freightForwarder"],
          "entity": {
            "schema": "Company",
            "properties": { "name": ["Example Forwarding (HK) Ltd"], "country": ["hk"] }
          }
        }
      ],
      "lines": [
        {
          "lineNo": "10",
          "sku": "STR21-200",
          "description": "21-locus STR amplification kit",
          "productClass": "forensic-str-kit",
          "quantity": "15",
          "unit": "box",
          "reactionsPerUnit": 200,
          "unitPrice": "4083.33",
          "hsCode": "3822.19",
          "eccn": "EAR99",
          "eccnBasis": "self-classified 2025-04-02",
          "countryOfOrigin": "US",
          "installedBase": { "serial": "GA24-00831", "relation": "consumable" }
        }
      ],
      "endUse": {
        "declared": "resale; laboratory use",
        "statementRef": null,
        "questionnaire": [
          { "id": "Q-EU-1", "answer": null },
          { "id": "Q-EU-4", "answer": "unknown" }
        ],
        "collaborators": ["Example Institute"]
      },
      "attachments": [
        {
          "name": "quotation.pdf",
          "sha256": "9f2c3d0f6a3b1f6a8c2f5b7e4d1a0c9b8e7f6d5c4b3a29181706f5e4d3c2b1a0"
        }
      ],
      "minDataVersion": "2026-11-21"
    }
    """

  static func decode(_ text: String, file: String? = nil) -> [DecodedOrder] {
    OrderDecoder.decode(Array(text.utf8), file: file, knownCountries: countries)
  }

  /// The text with one passage replaced, which must stand in it exactly once.
  static func replacing(_ passage: String, with replacement: String) -> String {
    let parts = text.split(separator: passage, omittingEmptySubsequences: false)
    precondition(parts.count == 2, "`\(passage)` stands \(parts.count - 1) times in the sample")
    return parts.joined(separator: replacement)
  }

  /// The sample on one line, as NDJSON wants it.
  static func onOneLine(_ text: String = text) throws -> String {
    try JSONReader.read(Array(text.utf8)).text()
  }
}
