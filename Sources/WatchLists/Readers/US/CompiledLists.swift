import Formats

/// What compiled lists say about themselves.
enum CompiledLists {
  /// The members before the entities.
  struct Head {
    var listID: String?
    var extracted: CivilDate?
    var count: Int?

    private static let names = JSONNames(["list_id", "extracted", "count"])

    /// Reads the members of the object but for the entities, wherever they stand.
    init(of bytes: [UInt8]) throws(JSONFailure) {
      var cursor = try JSONCursor(bytes, limits: .init(bytes: 1 << 30))
      try cursor.enterObject()
      while let member = try cursor.nextMember(of: Head.names) {
        switch member {
        case .known(0): listID = try Head.text(&cursor)
        case .known(1): extracted = try Head.text(&cursor).flatMap { CivilDate($0) }
        case .known(2): count = try cursor.kind() == .number ? try cursor.integer() : nil
        default: try cursor.skip()
        }
      }
      try cursor.finish()
    }

    private static func text(_ cursor: inout JSONCursor) throws(JSONFailure) -> String? {
      if try cursor.kind() == .string { return try cursor.text() }
      try cursor.skip()
      return nil
    }
  }

  /// The list by the id of the compilation; an id that is not known becomes a code of its own.
  static func code(_ id: String) -> ListCode? { known[id] ?? ListCode("us-" + id) }

  private static let known: [String: ListCode] = [
    "bis-entity-list": .entityList, "bis-meu": .militaryEndUsers, "bis-dpl": .deniedPersons,
    "bis-uvl": .unverified, "dow-1260h": .section1260H, "dod-1260h": .section1260H,
    "dow-1286": .section1286, "dod-1286": .section1286, "ofac-nscmic": .militaryIndustrial,
    "ofac-eo14032": .executiveOrder14032, "state-debarred-statutory": .itarDebarred,
    "state-debarred-admin": .itarDebarred, "state-nonproliferation": .nonproliferation,
    "fcc-covered": .coveredEquipment, "dhs-uflpa": .forcedLabour, "cbp-wro": .withholdRelease,
  ]

  /// Whether the bytes are the description of lists, `lists.json`.
  static func isDescription(_ bytes: [UInt8]) -> Bool {
    ListShape.firstKey(in: bytes, among: ["lists", "entities", "results"]) == "lists"
  }

  /// The ids of the lists that are described.
  static func described(_ file: ListFile) throws(ListFailure) -> [String] {
    do {
      let lists = try JSONReader.read(file.bytes)["lists"]?.array ?? []
      return lists.compactMap { $0["id"]?.string }
    } catch {
      throw ListFailure([
        Diagnostic(
          "LST006", "the description of the lists is damaged: \(error.message)",
          remedy: "fetch it again; nothing was imported", file: file.name,
          position: error.position)
      ])
    }
  }
}
