import Formats
import Glibc
import Names
import Testing

/// The police bodies of the research tables, where those are at hand.
enum Listed {
  static let folder: String = {
    if let given = unsafe getenv("SCRUPLE_SHARED") { return unsafe String(cString: given) }
    return Bundled.root + "/../shared"
  }()
  static let file = folder + "/domain/entities.ndjson"
  static let isThere = FileReader.exists(file) && Bundled.hasPlaces

  struct Body {
    let id: String
    let names: [String]
    let chinese: String
  }

  static func police() throws -> [Body] {
    let text = String(decoding: try FileReader.bytes(of: file), as: UTF8.self)
    return try text.split(separator: "\n").compactMap { line in
      let entry = try JSONReader.read(Array(line.utf8))
      guard entry["function"]?.string == "police", let chinese = entry["name_zh"]?.string,
        let id = entry["id"]?.string, let name = entry["name"]?.string
      else { return nil }
      return Body(id: id, names: [name] + (entry["aliases"]?.strings ?? []), chinese: chinese)
    }
  }
}

@Suite("Listed police bodies are recognised", .enabled(if: Listed.isThere))
struct ListedPoliceTests {
  @Test func eachMeetsItsChineseName() throws {
    let bodies = try Listed.police()
    #expect(bodies.count >= 20)
    for body in bodies {
      let comparison = try Bundled.compare(body.names[0], body.chinese)
      #expect(comparison.verdict == .same, "\(body.id): \(comparison)")
    }
  }

  @Test func noTwoOfThemMeet() throws {
    let bodies = try Listed.police()
    for (index, first) in bodies.enumerated() {
      for second in bodies[(index + 1)...] where first.chinese != second.chinese {
        for left in [first.names[0], first.chinese] {
          for right in [second.names[0], second.chinese] {
            let comparison = try Bundled.compare(left, right)
            #expect(comparison.verdict == .different, "\(left) | \(right): \(comparison)")
          }
        }
      }
    }
  }
}
