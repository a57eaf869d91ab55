/// Writes the name of a body that was taken apart, and reads it again without taking it apart anew.
///
/// Holds what comparisons read; the explanation of the parts is made from the name itself. First
/// come the words alone, so that each is found without reading the rest.
enum ParsedNameCoder {
  static func append(_ name: ParsedName, to bytes: inout [UInt8]) {
    var writer = ByteWriter(bytes: bytes)
    bytes = []
    writer.put(name.tokens) { $1.put($0.text) }
    writer.put(name.original)
    writer.put(name.scripts.map { Int($0.number) })
    writer.put(name.functions, put)
    writer.put(name.legalForm ?? "")
    writer.put(name.folded)
    writer.put(name.core)
    for token in name.tokens { put(token, &writer) }
    writer.put(name.numbers)
    writer.put(name.numbersInOrder)
    writer.put(name.mentions, put)
    writer.put(name.heads, put)
    writer.put(name.institutional, put)
    writer.put(name.isInCorpsCity)
    writer.put(name.knownBody)
    bytes = writer.bytes
  }

  static func name(_ bytes: Span<UInt8>) -> ParsedName {
    var reader = ByteReader()
    let words = reader.list(bytes) { $0.text($1) }
    let original = reader.text(bytes)
    let scripts = reader.integers(bytes).map { Script(number: UInt8(truncatingIfNeeded: $0)) }
    let functions = reader.list(bytes, function)
    let legalForm = reader.text(bytes)
    let folded = reader.text(bytes)
    let core = reader.text(bytes)
    let tokens = words.map { token($0, &reader, bytes) }
    let numbers = reader.integers(bytes)
    let inOrder = reader.integers(bytes)
    let mentions = reader.list(bytes, place)
    let heads = reader.list(bytes, place)
    let institutional = reader.list(bytes, function)
    return ParsedName(
      original: original, scripts: scripts, places: [], functions: functions,
      legalForm: legalForm.isEmpty ? nil : legalForm, distinctive: [], explanation: [],
      mentions: mentions, folded: folded, core: core, tokens: tokens, numbers: numbers,
      numbersInOrder: inOrder, heads: heads, institutional: institutional,
      isInCorpsCity: reader.flag(bytes), knownBody: reader.integer(bytes))
  }

  /// Where the letters of a word begin, of words that are so long each: fewer than `longestPlaced`
  /// letters, and as few words.
  static func place(ofWord index: Int, lengths: (Int) -> Int) -> Int {
    (0..<index).reduce(2) { $0 + 1 + lengths($1) }
  }

  /// From so many letters on a length takes two bytes.
  static let longestPlaced = 0x80

  private static func put(_ function: FunctionMention, _ writer: inout ByteWriter) {
    writer.put(function.code)
    writer.put(function.phrase)
    writer.put(function.isAmbiguous)
    writer.put(function.rank ?? "")
    writer.put(function.units)
  }

  private static func function(_ reader: inout ByteReader, _ bytes: Span<UInt8>) -> FunctionMention
  {
    let code = reader.text(bytes)
    let phrase = reader.text(bytes)
    let isAmbiguous = reader.flag(bytes)
    let rank = reader.text(bytes)
    return FunctionMention(
      code: code, phrase: phrase, isAmbiguous: isAmbiguous, rank: rank.isEmpty ? nil : rank,
      units: reader.range(bytes))
  }

  private static func put(_ place: PlaceMention, _ writer: inout ByteWriter) {
    writer.put(place.code)
    writer.put(place.candidates) { $1.put($0) }
    writer.put(place.text)
    writer.put(place.statesLevel)
    writer.put(place.isLevelOpen)
    writer.put(place.range)
    writer.put(place.units)
  }

  private static func place(_ reader: inout ByteReader, _ bytes: Span<UInt8>) -> PlaceMention {
    let code = reader.text(bytes)
    let candidates = reader.list(bytes) { $0.text($1) }
    let text = reader.text(bytes)
    let statesLevel = reader.flag(bytes)
    let isLevelOpen = reader.flag(bytes)
    let range = reader.range(bytes)
    return PlaceMention(
      code: code, candidates: candidates, text: text, statesLevel: statesLevel, range: range,
      units: reader.range(bytes), isLevelOpen: isLevelOpen)
  }

  private static func put(_ token: NameToken, _ writer: inout ByteWriter) {
    writer.put(token.characters)
    writer.put(token.readings) { $1.put($0) }
    writer.put(token.syllables) { $1.put($0) }
    writer.put(token.concepts.map { Int($0) })
    writer.put(number(of: token.kind))
    writer.put(token.contextual.map { Int($0) })
    writer.put(token.parts) { part, writer in
      writer.put(part.text)
      writer.put(part.concepts.map { Int($0) })
      writer.put(number(of: part.kind))
    }
    writer.put(token.abroad.map { Int($0) })
    writer.put(token.isSkeleton)
    writer.put(token.units)
    writer.put(token.shown)
  }

  /// From one on; zero for none.
  private static func number(of kind: Meanings.Kind?) -> Int {
    kind.flatMap { Meanings.Kind.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
  }

  private static func kind(numbered number: Int) -> Meanings.Kind? {
    let kinds = Meanings.Kind.allCases
    return kinds.indices.contains(number - 1) ? kinds[number - 1] : nil
  }

  private static func token(
    _ text: String, _ reader: inout ByteReader, _ bytes: Span<UInt8>
  ) -> NameToken {
    let characters = reader.text(bytes)
    let readings = reader.list(bytes) { $0.text($1) }
    let syllables = reader.list(bytes) { $0.text($1) }
    let concepts = reader.integers(bytes).map { UInt16(truncatingIfNeeded: $0) }
    let kind = self.kind(numbered: reader.integer(bytes))
    let contextual = reader.integers(bytes).map { UInt16(truncatingIfNeeded: $0) }
    let parts = reader.list(bytes) { reader, bytes in
      NameToken.Part(
        text: reader.text(bytes),
        concepts: reader.integers(bytes).map { UInt16(truncatingIfNeeded: $0) },
        kind: self.kind(numbered: reader.integer(bytes)) ?? .word)
    }
    let abroad = reader.integers(bytes).map { UInt16(truncatingIfNeeded: $0) }
    let isSkeleton = reader.flag(bytes)
    let units = reader.range(bytes)
    return NameToken(
      word: ComparedWord(text), characters: characters, readings: readings, syllables: syllables,
      concepts: concepts, kind: kind, contextual: contextual, parts: parts,
      abroad: abroad, isSkeleton: isSkeleton, units: units, shown: reader.text(bytes))
  }
}
