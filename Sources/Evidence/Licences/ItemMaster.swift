public import Formats

/// How the company classified what it sells, by article number.
public struct ItemMaster: Sendable {
  /// One classification of one article.
  public struct Item: Sendable, Hashable {
    /// By whom a classification was made.
    public enum Basis: String, Sendable, Hashable, CaseIterable {
      /// The company itself.
      case own = "self"
      /// A commodity classification of BIS (15 CFR 748.3).
      case ccats
      case manufacturer
      /// A ruling of another authority.
      case authority
    }

    public let sku: String
    public let eccn: String?
    /// Code of annex I to Regulation (EU) 2021/821, or `none`.
    public let europeanCode: String?
    public let basis: Basis
    /// The number of the ruling, where there is one.
    public let reference: String?
    public let classifiedBy: String
    public let date: CivilDate
    /// Heading of the Harmonized System or of Schedule B.
    public let hsCode: String?
    /// Where it is made, ISO 3166-1 alpha-2.
    public let origin: String?
    public let place: String

    /// `self, u:ito, 2025-03-01`, as an order states it.
    public var basisWords: String {
      [basis.rawValue, reference, classifiedBy, date.description].compactMap { $0 }
        .joined(separator: ", ")
    }

    /// Whether the basis of this classification is one of a declared code: of the same, or of one of
    /// whose paragraphs it found the goods to be. Nobody determined a narrower one.
    public func determines(_ declared: String) -> Bool {
      eccn.map { [NoticeText.trimmed(declared)].name($0) } ?? false
    }

    static let table = RecordTable(
      columns: [
        "sku", "eccn", "euCode", "basis", "reference", "classifiedBy", "date", "hsCode", "origin",
      ], lists: [], required: ["sku", "eccn", "basis", "classifiedBy", "date"])

    init(_ line: Line) throws(Diagnostic) {
      sku = try line.text("sku")
      eccn = try line.optional("eccn")
      europeanCode = try line.optional("euCode")
      guard let basis: Basis = try line.word("basis", "EVD161") else {
        throw line.fault(
          "EVD161", "the member `basis` is missing",
          remedy: "use self, ccats, manufacturer or authority")
      }
      self.basis = basis
      reference = try line.optional("reference")
      classifiedBy = try line.text("classifiedBy")
      date = try line.day("date")
      hsCode = try line.optional("hsCode")
      origin = try line.optional("origin")?.uppercased()
      place = line.place
      guard eccn != nil || europeanCode != nil else {
        throw line.fault(
          "EVD162", "the article has no code", remedy: "add eccn, euCode or both")
      }
      guard basis != .ccats || reference != nil else {
        throw line.fault(
          "EVD163", "a commodity classification has no number", remedy: "add it as `reference`")
      }
      if let origin, origin.utf8.count != 2 {
        throw line.fault(
          "EVD164", "`\(origin)` is no code of a country",
          remedy: "write two letters, such as US (ISO 3166-1)")
      }
    }
  }

  private let items: [String: [Item]]

  /// Reads `items.csv` and `items.ndjson` of a corpus; nil where it holds neither, which is
  /// unknown and not none.
  public init?(folder: String) throws(Diagnostic) {
    let paths = ItemMaster.names.map { folder + "/" + $0 }.filter { FileReader.exists($0) }
    guard !paths.isEmpty else { return nil }
    var items: [String: [Item]] = [:]
    for path in paths {
      for line in try Item.table.lines(of: path) {
        let item = try Item(line)
        let known = items[item.sku] ?? []
        guard !known.contains(where: { $0.date == item.date }) else {
          throw line.fault(
            "EVD165", "the article `\(item.sku)` is classified twice on \(item.date)",
            remedy: "keep one line for each day")
        }
        items[item.sku] = known + [item]
      }
    }
    self.items = items
  }

  /// The files of a corpus in which it stands.
  public static let names = ["items.csv", "items.ndjson"]

  /// The last classification of an article on or before a day.
  public func item(_ sku: String?, on day: CivilDate) -> Item? {
    guard let sku else { return nil }
    return items[sku]?.filter { $0.date <= day }.max { $0.date < $1.date }
  }

  /// Whether two codes cannot both be right: neither is the other or a paragraph of it. A code that
  /// is not stated contradicts nothing.
  public static func contradicts(_ declared: String?, _ known: String?) -> Bool {
    guard let declared = declared.map(NoticeText.trimmed), !declared.isEmpty,
      let known = known.map(NoticeText.trimmed), !known.isEmpty
    else { return false }
    return ![declared].name(known) && ![known].name(declared)
  }
}
