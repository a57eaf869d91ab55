/// Orders to run the program on; all parties are fictional.
enum Orders {
  /// An order that is released on the demonstration corpus: what a test breaks matters.
  static let sound = """
    {
      "schemaVersion": "1.0", "asOf": "2026-11-22T01:58:00Z", "stage": "order",
      "transactionKind": "sale",
      "order": {"ref": "SO-2001", "system": "erp", "revision": 1, "currency": "EUR",
        "value": "1200.00", "countryOfExport": "US", "countryOfUltimateDestination": "DE",
        "route": ["US", "DE"]},
      "endUserKnown": "declared", "completeRoles": ["endUser", "purchaser", "ultimateConsignee"],
      "parties": [
        {"id": "p1", "role": ["purchaser", "ultimateConsignee", "endUser"],
         "entity": {"schema": "Organization", "properties": {
           "name": ["Musterstadt University Hospital"], "country": ["de"],
           "address": ["Klinikweg 1, 12345 Musterstadt"]}}, "declaredBy": "customer"}
      ],
      "lines": [{"lineNo": "10", "description": "Oncology gene panel, 24 reactions",
        "productClass": "oncology-panel", "quantity": "1", "unit": "kit", "eccn": "EAR99",
        "eccnBasis": "self-classified 2026-01-15"}],
      "endUse": {"declared": "Tumour sequencing of the hospital's own oncology patients",
        "statementRef": "EUS-1", "statementDate": "2026-11-01"}
    }

    """

  /// The same order with one text replaced.
  static func sound(_ text: String, becomes other: String) -> String {
    precondition(sound.contains(text), "the order has no `\(text)`")
    return sound.replacing(text, with: other)
  }

  /// The sound order on one line, with another reference.
  static func line(_ reference: String = "SO-2001") -> String {
    sound(#""SO-2001""#, becomes: "\"\(reference)\"").split(separator: "\n")
      .joined(separator: " ")
  }

  /// A county police bureau that no list names, under a listed prefecture, buying ten kits.
  static let police = sound("Musterstadt University Hospital", becomes: "叶城县公安局")
    .replacing(#""de""#, with: #""cn""#).replacing(#""DE""#, with: #""CN""#)
    .replacing("Klinikweg 1, 12345 Musterstadt", with: "新疆喀什地区叶城县")
    .replacing("Oncology gene panel, 24 reactions", with: "21-locus STR amplification kit")
    .replacing("oncology-panel", with: "forensic-str-kit")
    .replacing(#""quantity": "1""#, with: #""quantity": "10""#)
    .replacing("Tumour sequencing of the hospital's own oncology patients", with: "casework")
    .replacing("SO-2001", with: "SO-2009")
}
