import Formats
import WatchLists

/// The reader that gets the bytes.
enum FuzzedReader {
  static let name: String = {
    let variable = "SCRUPLE_FUZZ_READER="
    let bytes = (try? FileReader.bytes(of: "/proc/self/environ")) ?? []
    let words = bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    return words.first { $0.hasPrefix(variable) }.map { String($0.dropFirst(variable.count)) } ?? ""
  }()

  static let format = ListFormat(rawValue: name)

  static func read(_ bytes: [UInt8]) throws(ListFailure) -> ListReading {
    guard let format else { return try ListReading(bytes, file: "fuzzed") }
    return try ListReading(
      ListSource(name: "fuzzed", files: files(bytes, of: format)), as: format,
      list: format == .compiledList ? .entityList : nil)
  }

  /// The bytes as one file, or as several where the format has several; 0x1E parts them.
  private static func files(_ bytes: [UInt8], of format: ListFormat) -> [ListFile] {
    let names: [String]
    switch format {
    case .ofacLegacy: names = ["sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"]
    case .euJournal, .compiledList: names = ["a", "b", "c"]
    default: return [ListFile(name: "fuzzed", bytes: bytes)]
    }
    let parts = bytes.split(
      separator: 0x1E, maxSplits: names.count - 1, omittingEmptySubsequences: false)
    return zip(names, parts).map { ListFile(name: $0.0, bytes: Array($0.1)) }
  }
}
