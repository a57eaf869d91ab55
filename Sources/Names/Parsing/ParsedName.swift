/// The name of a body taken apart: place, function, legal form and what distinguishes it.
///
/// Held by reference: a search holds one against hundreds of others.
public final class ParsedName: Sendable {
  public let original: String
  /// In order of first appearance.
  public let scripts: [Script]
  /// Codes, the most specific first; empty where no place was recognised.
  public let places: [String]
  public let functions: [FunctionMention]
  /// A class such as `limited` or `joint-stock`, or nil.
  public let legalForm: String?
  /// The folded words that are left, in Latin letters.
  public let distinctive: [String]
  /// Each step in one line.
  public let explanation: [String]

  public let mentions: [PlaceMention]
  /// The whole name, folded.
  let folded: String
  /// The name without legal forms and fillers, folded.
  let core: String
  let tokens: [NameToken]
  /// Numbers and ordinals, ascending.
  let numbers: [Int]
  /// The same in order of the text, repeated where the text repeats them.
  let numbersInOrder: [Int]
  /// The places in which the body is; enclosing places of these are left out.
  let heads: [PlaceMention]
  /// Functions by which a public body is known beside its place.
  let institutional: [FunctionMention]
  /// Whether the Corps administers the place, whose police is then the Corps': 石河子市公安局.
  let isInCorpsCity: Bool
  /// Which body bears the whole name, see `KnownNames`; 0 where none is known to.
  let knownBody: Int
  let isHan: Bool

  init(
    original: String, scripts: [Script], places: [String], functions: [FunctionMention],
    legalForm: String?, distinctive: [String], explanation: [String], mentions: [PlaceMention],
    folded: String, core: String, tokens: [NameToken], numbers: [Int], numbersInOrder: [Int],
    heads: [PlaceMention], institutional: [FunctionMention], isInCorpsCity: Bool,
    knownBody: Int
  ) {
    self.original = original
    self.scripts = scripts
    self.places = places
    self.functions = functions
    self.legalForm = legalForm
    self.distinctive = distinctive
    self.explanation = explanation
    self.mentions = mentions
    self.folded = folded
    self.core = core
    self.tokens = tokens
    self.numbers = numbers
    self.numbersInOrder = numbersInOrder
    self.heads = heads
    self.institutional = institutional
    self.isInCorpsCity = isInCorpsCity
    self.knownBody = knownBody
    isHan = scripts.contains(.han)
  }

  /// Whether at least one function or a legal form was recognised.
  public var isResolved: Bool { !functions.isEmpty || legalForm != nil }
}

extension ParsedName: Hashable {
  public static func == (left: ParsedName, right: ParsedName) -> Bool {
    if left === right { return true }
    return left.original == right.original && left.scripts == right.scripts
      && left.places == right.places && left.functions == right.functions
      && left.legalForm == right.legalForm && left.distinctive == right.distinctive
      && left.explanation == right.explanation && left.mentions == right.mentions
      && left.folded == right.folded && left.core == right.core && left.tokens == right.tokens
      && left.numbers == right.numbers && left.numbersInOrder == right.numbersInOrder
      && left.heads == right.heads && left.institutional == right.institutional
      && left.isInCorpsCity == right.isInCorpsCity
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(original) }
}
