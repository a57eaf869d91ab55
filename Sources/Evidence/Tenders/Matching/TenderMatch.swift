/// How one order and one notice agree, field by field.
public struct TenderMatch: Sendable, Hashable {
  public enum Strength: String, Sendable, Hashable, Comparable {
    case none, weak, moderate, strong, certain

    private var rank: Int {
      switch self {
      case .none: 0
      case .weak: 1
      case .moderate: 2
      case .strong: 3
      case .certain: 4
      }
    }

    public static func < (left: Strength, right: Strength) -> Bool { left.rank < right.rank }
  }

  /// A field that both state.
  public struct Agreement: Sendable, Hashable {
    public enum Verdict: String, Sendable, Hashable {
      case agrees, differs
      /// It may agree; what is known does not decide it.
      case mayAgree = "may agree"
    }

    public let field: String
    public let verdict: Verdict
    /// The two values, where words say more than the verdict.
    public let detail: String?

    public init(_ field: String, _ verdict: Verdict, _ detail: String? = nil) {
      self.field = field
      self.verdict = verdict
      self.detail = detail
    }

    public var agrees: Bool { verdict == .agrees }
    var words: String { "\(field) \(verdict.rawValue)" }
  }

  public let notice: TenderNotice
  public internal(set) var strength: Strength
  public let agreement: [Agreement]
  /// Place in the notice of the item that agrees best; nil where none does.
  public let item: Int?
  /// Place in the order of the line that agrees with it.
  public let line: Int?
  /// Orders matches of one strength; the higher agrees better.
  public let score: Int
  /// The notice that agrees better, because of which this one counts for less.
  public internal(set) var outdoneBy: String?

  /// Whether a field is known to agree.
  public func agrees(on field: String) -> Bool {
    agreement.contains { $0.field == field && $0.agrees }
  }

  /// `awardee agrees, item agrees, quantity differs`.
  public var words: String { agreement.map(\.words).joined(separator: ", ") }

  /// Why the strength is what it is: the fields with their values.
  public var reason: String {
    let parts = agreement.map { field in
      field.words + (field.detail.map { " (\($0))" } ?? "")
    }
    return "\(strength.rawValue): " + parts.joined(separator: "; ")
      + (outdoneBy.map { "; the notice \($0) agrees better" } ?? "")
  }

  /// The line of the notice that the order resembles, as a reader would cite it.
  public var citedLine: String? {
    guard let item, notice.items.indices.contains(item) else { return nil }
    let entry = notice.items[item]
    var words = entry.description
    if let quantity = entry.quantity { words += ", \(quantity) \(entry.unit ?? "units")" }
    if let price = entry.unitPrice { words += " at \(price)" }
    return entry.place.isEmpty ? words : "\(entry.place): \(words)"
  }
}
