import Formats
import TestFolders
import Testing

@testable import WatchLists

/// Third-party lists that stand beside the package and are never part of it.
enum Shared {
  static let folder: String = {
    for entry in environment where entry.hasPrefix("SCRUPLE_SHARED=") {
      return String(entry.dropFirst("SCRUPLE_SHARED=".count))
    }
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(root)/../shared"
  }()

  static let consolidated = folder + "/lists/us-csl/consolidated.json"
  static let isPresent = FileReader.isFile(consolidated)

  private static var environment: [String] {
    let bytes = (try? FileReader.bytes(of: "/proc/self/environ")) ?? []
    return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The real list cut down to its first records, with the right total.
  static func head(records: Int) throws -> [UInt8] {
    let bytes = Array(try FileReader.bytes(of: consolidated).prefix(records * 8000))
    let boundary = Array("},{\"id\":".utf8)
    var found = 0
    var at = 0
    while found < records {
      guard let next = bytes[at...].firstIndex(of: UInt8(ascii: "}")) else { break }
      at = next + 1
      if bytes[next...].starts(with: boundary) { found += 1 }
    }
    let text = String(decoding: bytes[..<at], as: UTF8.self) + "]}"
    return Array(text.replacing("\"total\":25921", with: "\"total\":\(records)").utf8)
  }
}

/// A folder of its own for one test.
func temporaryStore(_ name: String = #function) throws -> ListStore {
  let word = name.prefix { $0.isLetter }
  let folder = try Scratch.path(String(word))
  try FileWriter.makeFolder(folder)
  return ListStore(folder: folder)
}

/// Terms on which anything whole is let in.
func accepting(_ reason: String) -> ImportTerms {
  var terms = ImportTerms()
  terms.acceptedReason = reason
  return terms
}

func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

/// A small Consolidated Screening List with fictional parties.
func consolidated(
  _ records: [String], total: Int? = nil, on date: String = "2026-07-31"
) -> [UInt8] {
  Array(
    """
    {"search_performed_at":"\(date)T13:15:00.015113+00:00","total":\(total ?? records.count),
    "results":[\(records.joined(separator: ",\n"))]}
    """.utf8)
}

func record(
  _ id: String, _ name: String, source: String = "Entity List (EL) - Example Bureau",
  more: String = ""
) -> String {
  """
  {"id":"\(id)","name":"\(name)","source":"\(source)","type":null,"programs":[],\
  "addresses":[{"address":"1 Example Road","city":"Exampletown","country":"CN"}],\
  "alt_names":[]\(more)}
  """
}
