import Foundation

/// A corpus with small lists, and policies that are content with lists so small.
struct ListSpace {
  static let canary = "Example Forensic Institute"
  /// Unlike each other, so that one is never taken for another.
  static let names = [
    canary, "Kestrel Sequencing Works", "Sample Police Laboratory", "Arnau Trading",
    "Bellweg Optics", "Corvina Shipping", "Dornfeld Chemicals", "Emmenau Laboratory",
    "Fuchsthal Machines", "Grauholz Instruments",
  ]

  let space: Workspace
  let home: String
  let corpus: String

  init() throws {
    space = try Workspace()
    home = try space.home()
    corpus = try space.makeFolder("corpus")
    try space.write(
      """
      policy coverage
        title    "Lists of a test"
        revision 2026.11
        owner    "Tests"

      coverage official-lists

      list us-csl "US Consolidated Screening List"
        required
        at least 8 entries
        at most 14 days old
        canary "\(Self.canary)"

      list us-bis-entity-list "Entity List"
        required
        at least 8 entries
        at most 14 days old

      demonstration list demonstration "Demonstration list of restricted parties"
        required
        at least 80 entries
        at most 14 days old
      """, to: "home/Policies/coverage.policy")
    try space.write(
      #"{"usPerson": true, "euPerson": false, "ukPerson": false}"#, to: "corpus/company.json")
  }

  /// Imports a small Consolidated Screening List of a day.
  @discardableResult
  func importing(
    _ names: [String] = ListSpace.names, of day: String = "2026-11-20", _ words: String...
  ) throws -> Run {
    let file = try space.write(ListsTests.consolidated(of: day, names: names), to: "list.json")
    return try lists(["import", file] + words)
  }

  func lists(_ words: [String]) throws -> Run {
    let needsHome = ["import", "update"].contains(words.first)
    return try Program.run(
      ["lists"] + words + ["--corpus", corpus] + (needsHome ? ["--home", home] : []))
  }

  func screen(
    _ order: String = Orders.sound, asOf day: String = "2026-11-22", _ words: String...
  ) throws -> Run {
    try Program.run(
      ["screen", "-", "--corpus", corpus, "--home", home, "--as-of", day] + words,
      input: .text(order))
  }

  /// The file of the newest version of a feed that ends so.
  func stored(_ suffix: String, of feed: String = "us-csl") throws -> String {
    let names = space.names("corpus/lists/" + feed).filter { $0.hasSuffix(suffix) }
    guard let name = names.last else { throw ProgramFault(message: "no \(suffix) of \(feed)") }
    return "corpus/lists/\(feed)/\(name)"
  }

  func remove() { space.remove() }
}
