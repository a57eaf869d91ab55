import Formats
import Testing

@testable import Names

/// The tables of letters alone, without those of places.
enum Letters {
  static let tables = Result { try CharacterTables(folder: Bundled.data + "/names") }

  static func transliteration() throws -> Transliteration {
    Transliteration(tables: try tables.get())
  }

  static func folding() throws -> Folding { Folding(tables: try tables.get()) }

  /// A word folded, in its script.
  static func units(_ text: String) throws -> [(text: String, script: Script)] {
    try folding().units(of: text).compactMap { unit in
      switch unit.kind {
      case .word(let script): (unit.text, script)
      case .han: (unit.text, .han)
      case .number: nil
      }
    }
  }

  /// All readings of a text whose words are written together.
  static func readings(_ text: String) throws -> [WordReading] {
    let units = try units(text)
    let script = units.last { $0.script != .latin }?.script ?? .latin
    let transliteration = try transliteration()
    if script == .han {
      let characters = units.flatMap { $0.text.unicodeScalars.map(\.value) }
      return transliteration.readings(of: characters).map { WordReading($0, .han) }
    }
    var readings = [""]
    for unit in units {
      let parts = transliteration.readings(of: unit.text, script: unit.script)
      readings = readings.flatMap { reading in parts.map { reading + $0 } }
    }
    return readings.map { WordReading($0, script) }
  }

  static func similarity(_ left: [WordReading], _ right: [WordReading]) -> Int {
    var best = 0
    for one in left {
      for other in right {
        best = max(
          best,
          SoundComparison.similarity(
            one.latin.span, one.script, other.latin.span, other.script))
      }
    }
    return best
  }

  static func keys(_ readings: [WordReading]) -> Set<UInt32> {
    var keys: Set<UInt32> = []
    for reading in readings {
      keys.formUnion(SoundKey.keys(of: reading.latin.span, script: reading.script))
    }
    return keys
  }
}

/// The labelled pairs of names, where those are at hand.
enum NamePairs {
  static let file = Listed.folder + "/matching/pairs.ndjson"
  static let isThere = FileReader.exists(file)

  struct Pair {
    let left: [WordReading]
    let right: [WordReading]
  }

  static func matches(of group: String) throws -> [Pair] {
    let text = String(decoding: try FileReader.bytes(of: file), as: UTF8.self)
    let mark = "\"group\": \"\(group)\""
    return try text.split(separator: "\n").filter { $0.contains(mark) }.compactMap { line in
      let entry = try JSONReader.read(Array(line.utf8))
      guard entry["match"]?.boolean == true, let left = entry["a"]?["name"]?.string,
        let right = entry["b"]?["name"]?.string
      else { return nil }
      return Pair(left: try Letters.readings(left), right: try Letters.readings(right))
    }
  }
}
