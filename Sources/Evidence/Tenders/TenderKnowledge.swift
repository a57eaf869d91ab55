public import Formats
public import Names
import Synchronization
public import Taxonomy

/// What reading notices takes: their words, names of bodies and places.
///
/// A class, so that what was understood of a name once is kept for all notices.
public final class TenderKnowledge: Sendable {
  public let terms: TenderTerms
  public let names: NameKnowledge
  public let taxonomy: Taxonomy
  private let bodies = Mutex([String: BodyReading]())
  private let spots = Mutex([String: [String]]())

  /// Names and addresses kept; beyond it they are read anew, so that memory stays bounded.
  private static let kept = 1 << 18

  /// Reads `tender-terms.tsv` of the `Data` folder.
  public init(folder: String, taxonomy: Taxonomy, names: NameKnowledge) throws(Diagnostic) {
    terms = try TenderTerms(
      file: folder + "/tender-terms.tsv", characters: folder + "/names/traditional.txt")
    self.names = names
    self.taxonomy = taxonomy
  }

  /// What the name of a body tells.
  public struct BodyReading: Sendable, Hashable {
    /// Codes of functions, most specific ones only.
    public let functions: [String]
    /// False where the words may speak of something else, or say nothing of a function.
    public let isCertain: Bool
    /// The level of the state on which it stands: `national`, `province`, `prefecture`, `county`,
    /// `township`; nil where neither name nor place tells.
    public let level: String?
    /// Codes of its places, the most specific first.
    public let places: [String]
    /// The words by which the function was read.
    public let phrases: [String]
  }

  /// What one unit holds, as a description says it.
  public func pack(in text: String) -> PackSize? { PackReader(terms: terms).pack(in: text) }

  private static let authorities = ["public-authority", "health", "forensic-service"]

  public func reading(ofBody name: String) -> BodyReading {
    if let known = bodies.withLock({ $0[name] }) { return known }
    let reading = read(name)
    bodies.withLock { if $0.count < TenderKnowledge.kept { $0[name] = reading } }
    return reading
  }

  /// The reading of a body as a notice names it: its own word on its activity stands in where no
  /// name tells a function.
  public func reading(of body: TenderBody) -> BodyReading {
    let readings = body.names.map { reading(ofBody: $0) }
    let functions = mostSpecific(readings.flatMap(\.functions), taxonomy.functions)
    let stated = functions.isEmpty ? body.activity.map { [$0] } ?? [] : functions
    var places = readings.flatMap(\.places)
    // An authority, or a hospital of an area, is for the area of its name, wherever in it the house
    // stands; that of a university is where it is.
    let isForItsArea =
      places.contains { $0.utf8.count > 2 } && !stated.contains("university")
      && stated.contains { code in
        TenderKnowledge.authorities.contains { taxonomy.functions.isWithin(code, $0) }
      }
    if let address = body.address, !isForItsArea {
      places += self.places(in: address).prefix(1)
    }
    if let country = body.country { places.append(country) }
    return BodyReading(
      functions: stated, isCertain: !functions.isEmpty && readings.contains(where: \.isCertain),
      level: readings.lazy.compactMap(\.level).first,
      places: mostSpecific(places, taxonomy.places), phrases: readings.flatMap(\.phrases))
  }

  /// Codes of the places that a text names, the most specific first.
  public func places(in text: String) -> [String] {
    guard text.utf8.count <= 4096 else { return [] }
    if let known = spots.withLock({ $0[text] }) { return known }
    let found = mostSpecific(names.places(in: text).map(\.code), taxonomy.places)
    spots.withLock { if $0.count < TenderKnowledge.kept { $0[text] = found } }
    return found
  }

  private func read(_ name: String) -> BodyReading {
    let parsed = names.parse(name)
    let functions = mostSpecific(parsed.functions.map(\.code), taxonomy.functions)
    var places = mostSpecific(parsed.places, taxonomy.places)
    if let place = place(ofBranch: name, within: places.first) ?? place(ofCommittee: name, places) {
      places = mostSpecific([place] + places, taxonomy.places)
    }
    return BodyReading(
      functions: functions,
      isCertain: !functions.isEmpty && !parsed.functions.contains(where: \.isAmbiguous),
      level: level(parsed, places), places: places, phrases: parsed.functions.map(\.phrase))
  }

  /// 西宁市公安局城北分局 is of 西宁市城北区, though it does not say 区.
  private func place(ofBranch name: String, within parent: String?) -> String? {
    guard let parent, let office = name.firstRange(of: "公安局"),
      let branch = name[office.upperBound...].firstRange(of: "分局")
    else { return nil }
    let district = name[office.upperBound..<branch.lowerBound]
    guard (1...6).contains(district.count) else { return nil }
    return ["区", "县", "市"].lazy.compactMap { kind in
      self.places(in: name[..<office.lowerBound] + district + kind).first {
        $0 != parent && self.taxonomy.places.isWithin($0, parent)
      }
    }.first
  }

  /// 墨玉县委政法委员会 is of 墨玉县: 县委 is the committee of a county and no part of its name.
  private func place(ofCommittee name: String, _ places: [String]) -> String? {
    guard places.isEmpty else { return nil }
    return ["县委", "市委", "区委", "州委", "旗委", "省委"].lazy.compactMap { committee in
      guard let range = name.firstRange(of: committee) else { return nil }
      return self.places(in: String(name[..<range.upperBound].dropLast())).first
    }.first
  }

  private func level(_ parsed: ParsedName, _ places: [String]) -> String? {
    if parsed.functions.contains(where: { $0.rank == "ministry" }) { return "national" }
    guard let place = places.first, let index = taxonomy.places.index(of: place) else { return nil }
    return switch taxonomy.places.nodes[index].kind {
    case "country": parsed.functions.isEmpty ? nil : "national"
    case "province", "autonomous-region", "municipality", "state",
      "special-administrative-region":
      "province"
    case "prefecture", "prefecture-level-city", "autonomous-prefecture", "league": "prefecture"
    case "county", "county-level-city", "district", "banner", "autonomous-county", "xpcc-city":
      "county"
    default: "township"
    }
  }

  /// Without codes that enclose another, each once, in their order.
  func mostSpecific(_ codes: [String], _ tree: CodeTree) -> [String] {
    var unique: [String] = []
    for code in codes where tree.contains(code) && !unique.contains(code) { unique.append(code) }
    guard unique.count > 1 else { return unique }
    return unique.filter { code in
      !unique.contains { $0 != code && tree.isWithin($0, code) }
    }
  }

  /// The place of the division code of GB/T 2260 that a project number holds:
  /// `[350182]WFJX[GK]2022003`, `650102-2024-0012`, `SDGP371502000202502000123`.
  public func place(inNumber number: String) -> String? {
    let scalars = Array(NoticeText.folded(number).unicodeScalars)
    var index = 0
    while index < scalars.count {
      let digits = scalars[index...].prefix { NoticeText.isDigit($0) }
      // Numbers of one province begin with letters and go on with code, year and serial.
      if digits.count == 6 || digits.count == 12 || (index == 0 && digits.count > 6)
        || (index <= 6 && digits.count >= 18)
      {
        if let code = divisionCode(digits.prefix(6)) { return code }
      }
      index += max(1, digits.count)
    }
    return nil
  }

  private func divisionCode(_ digits: ArraySlice<Unicode.Scalar>) -> String? {
    var text = String(String.UnicodeScalarView(digits))
    while text.hasSuffix("00") { text.removeLast(2) }
    let code = "CN-" + text
    return text.count >= 2 && taxonomy.places.contains(code) ? code : nil
  }
}
