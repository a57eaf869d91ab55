/// Takes one written address apart.
///
/// Segments with Han characters are read from the large to the small, others by the words that
/// stand before or after names and numbers. What neither tells is left in the remainder.
struct AddressParser {
  /// What was read, in the order of the text, as far as its neighbours matter.
  enum Piece {
    case words([AddressToken])
    case number(AddressToken)
    case code(AddressToken)
    case street
    case other
  }

  let knowledge: NameKnowledge
  let tokens: [AddressToken]
  let mentions: [PlaceMention]
  let isHongKong: Bool
  var address: ParsedAddress
  var pieces: [Piece] = []
  /// Words that nothing has claimed yet.
  var buffer: [AddressToken] = []
  var nextMention = 0

  var words: AddressWords { knowledge.tables.addressWords }

  /// Longer texts are no addresses; what follows is left in the remainder unread.
  static let longest = 600

  init(_ text: String, country: String?, knowledge: NameKnowledge) {
    self.knowledge = knowledge
    let folding = knowledge.tables.folding
    var read = text
    var tail = ""
    if text.utf8.count > Self.longest * 4 {
      read = String(text.unicodeScalars.prefix(Self.longest).map(Character.init))
      tail = String(text.unicodeScalars.dropFirst(Self.longest).map(Character.init))
    }
    var tokens = AddressTokenizer.tokens(of: read, folding: folding)
    if let written = Self.writtenOut(read, tokens, knowledge.tables.addressWords) {
      read = written
      tokens = AddressTokenizer.tokens(of: read, folding: folding)
    }
    self.tokens = tokens
    mentions = knowledge.places(in: read, skipsStreets: false).sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
    address = ParsedAddress(text)
    address.country = country
    if !tail.isEmpty { address.remainder.append(tail) }
    isHongKong =
      country == "HK" || mentions.contains { $0.code == "HK" }
      || tokens.contains { $0.text == "kowloon" }
  }

  func parsed() -> ParsedAddress {
    var parser = self
    var start = 0
    while start < tokens.count {
      var end = start + 1
      while end < tokens.count, tokens[end].segment == tokens[start].segment { end += 1 }
      if tokens[start..<end].contains(where: { $0.kind == .han }) {
        parser.readHan(from: start, to: end)
      } else {
        parser.readWords(from: start, to: end)
      }
      parser.flush()
      start = end
    }
    parser.settle()
    return parser.address
  }

  /// The text with `Dist.` and the like written out, so that places are recognised by them.
  private static func writtenOut(
    _ text: String, _ tokens: [AddressToken], _ words: AddressWords
  ) -> String? {
    var result: String.UnicodeScalarView?
    let scalars = Array(text.unicodeScalars)
    var copied = 0
    for token in tokens {
      guard token.kind == .word, let sense = words.sense(.writtenOut, of: token.text) else {
        continue
      }
      var view = result ?? String.UnicodeScalarView()
      view.append(contentsOf: scalars[copied..<token.start])
      view.append(contentsOf: sense.value.unicodeScalars)
      copied = token.end
      if copied < scalars.count, token.isDotted, scalars[copied] == "." { copied += 1 }
      result = view
    }
    guard var view = result else { return nil }
    view.append(contentsOf: scalars[copied...])
    return String(view)
  }

  mutating func flush() {
    guard !buffer.isEmpty else { return }
    pieces.append(.words(buffer))
    buffer = []
  }

  /// Notes that something with a meaning of its own stood here.
  mutating func mark() {
    flush()
    pieces.append(.other)
  }

  /// Joined in Latin letters, as forms of streets and buildings are written.
  func latin(_ token: AddressToken) -> String {
    guard let first = token.text.unicodeScalars.first, !first.isASCII,
      let script = Script.of(first.value)
    else { return token.text }
    return knowledge.tables.transliteration.latin(token.text, script: script)
  }
}
