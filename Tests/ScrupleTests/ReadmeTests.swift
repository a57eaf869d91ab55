import Foundation
import Testing

/// What the README shows is so.
struct ReadmeTests {
  let readme: Readme

  init() throws { readme = try Readme() }

  /// Every command that is named, in a block or within the text, is known and takes `--help`.
  @Test func everyCommandExists() throws {
    var commands: Set<[String]> = []
    for match in readme.text.matches(of: /[`$ ]scruple ([a-z]+)( [a-z]+)?/) {
      let first = String(match.output.1)
      let second = match.output.2.map { String($0.dropFirst()) }
      let hasVerbs = ["lists", "policy", "report", "bench", "log", "clearance", "case"].contains(
        first)
      commands.insert(hasVerbs ? [first] + (second.map { [$0] } ?? []) : [first])
    }
    #expect(commands.count > 8)
    for command in commands.sorted(by: { $0.joined() < $1.joined() }) {
      let run = try Program.run(command + ["--help"])
      #expect(run.status == 0, "scruple \(command.joined(separator: " ")): \(run.errors)")
    }
  }

  @Test func everyOptionIsInTheHelp() throws {
    var help = ""
    for command in [
      [], ["screen"], ["screen-party"], ["rescreen"], ["suppressions"], ["hook"], ["lists"],
      ["policy"], ["report"], ["bench"], ["demo"], ["sources"], ["ingest"], ["log"],
      ["clearance"], ["case"], ["classify"], ["eei"], ["law"], ["questionnaire"], ["serve"],
    ] {
      help += try Program.run(["help"] + command).output
    }
    for match in readme.text.matches(of: /--[a-z][a-z-]+/) {
      #expect(help.contains(match.output), "\(match.output)")
    }
  }

  @Test func everyJSONBlockIsJSON() throws {
    for block in readme.blocks where block.info.first == "json" {
      #expect(throws: Never.self, "\(block.info)") {
        try JSONSerialization.jsonObject(with: Data(block.text.utf8))
      }
    }
  }

  /// A workspace with the files that the README shows under their names.
  private func workspace() throws -> Workspace {
    let space = try Workspace()
    let order = try #require(readme.file("order.json"))
    try space.write(order, to: "order.json")
    try space.write(
      order.replacing("\"stage\": \"order\"", with: "\"stage\": \"ordr\"")
        .replacing("\"quantity\": \"6\"", with: "\"quantity\": \"six\"")
        .replacing("\"ref\"", with: "\"currncy\": \"USD\", \"ref\""), to: "faulty.json")
    try space.write(try #require(readme.file("parties.csv")), to: "parties.csv")
    try space.write(try #require(readme.file("notice.txt")), to: "notice.txt")
    try space.write(try #require(readme.file("answers.csv")), to: "answers.csv")
    _ = try space.corpus()
    let notices = try #require(readme.file("tenders/notices.ndjson"))
    try space.write(notices, to: "corpus/tenders/notices.ndjson")
    _ = try space.home("mistaken")
    let name = "mistaken/Policies/red-flags/parties.policy"
    let policy = try #require(space.text(name))
    let mistake = try #require(policy.firstRange(of: "P.function is within policing"))
    try space.write(
      policy.replacingCharacters(in: mistake, with: "P.function is within polcing"), to: name)
    return space
  }

  /// Output in the README is what the program prints, up to line breaks and what `…` leaves out.
  @Test func everySessionIsReal() throws {
    let space = try workspace()
    defer { space.remove() }
    #expect(readme.sessions.count > 7)
    for session in readme.sessions {
      var command = session.command
      let isOfRealList = command.contains("~/corpus")
      if isOfRealList, ListsTests.real == nil { continue }
      command = command.replacing("~/corpus", with: "real")
        .replacing(" consolidated.json", with: " " + (ListsTests.real ?? ""))
      var words = command.split(separator: " ").map(String.init)
      var input = Program.Stream.nothing
      if let arrow = words.firstIndex(of: "<") {
        input = .file(space.path(words[arrow + 1]))
        words.removeSubrange(arrow...(arrow + 1))
      }
      let run = try Program.run(words, input: input, in: space.folder)
      let printed = plain(run.output + run.errors)
      for line in session.output {
        // A `…` of the program's own stands in its output; one of the README's does not.
        if printed.contains(plain(line)) { continue }
        for part in line.split(separator: "…").map(plain) where !part.isEmpty {
          #expect(printed.contains(part), "\(session.command)")
        }
      }
    }
  }

  private func plain(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func theCorpusDecodesWhole() throws {
    let space = try workspace()
    defer { space.remove() }
    #expect(readme.corpus.count >= 11)
    for (path, text) in readme.corpus { try space.write(text, to: "corpus/" + path) }
    let past = try #require(readme.file("order.json"))
      .replacing("SO-2104", with: "SO-1904").split(separator: "\n").joined(separator: " ")
    try space.write(past, to: "corpus/orders/past.ndjson")
    let run = try scruple(
      "screen", "order.json", "--corpus", "corpus", "--output", "json", in: space.folder)
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.errors.isEmpty, "\(run.errors)")
    #expect(!run.output.contains("is not read"), "every file is read")
    #expect(!run.output.contains("SUP001"), "the suppression is sound")
    #expect(run.output.contains("INV-7"), "the investigation counts")
  }

  @Test func theAnswersAreAnswers() throws {
    let space = try workspace()
    defer { space.remove() }
    let answers = try #require(readme.file("answers"))
    let order = try #require(readme.file("order.json"))
    let end = try #require(order.lastIndex(of: "}"))
    let answered = order[..<end] + ", \"endUse\": {\"questionnaire\": \(answers)}}"
    let run = try scruple(
      "explain", "-", "--corpus", "demonstration", "--output", "json",
      input: .text(String(answered)))
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.errors.isEmpty, "\(run.errors)")
    #expect(run.output.contains("u:lim verified"))
  }

  @Test func thePoliciesArePolicies() throws {
    let space = try workspace()
    defer { space.remove() }
    let home = try space.home()
    let blocks = readme.blocks.filter { $0.info.first == "policy" }
    #expect(blocks.count == 2)
    for block in blocks { try space.write(block.text, to: "home/Policies/" + block.info[1]) }
    let test = try scruple("policy", "test", "--home", home)
    #expect(test.status == 0, "\(test.errors)")
    #expect(test.errors.isEmpty, "\(test.errors)")
    let form = try scruple("policy", "fmt", "--check", "--home", home)
    #expect(form.status == 0, "\(form.errors)")
    // The rule that the README quotes is the one that is in force.
    let quoted = try #require(readme.blocks.first { $0.text.hasPrefix("rule ") })
    let policy = try #require(space.text("home/Policies/red-flags/parties.policy"))
    #expect(policy.contains(quoted.text))
    let promise = try #require(readme.blocks.first { $0.text.hasPrefix("guarantee ") })
    let guarantees = try #require(space.text("home/Policies/guarantees.policy"))
    #expect(guarantees.contains(promise.text))
  }

  @Test func theTestsOfTheReadmeAreTheTestsThatRun() throws {
    let run = try String(contentsOfFile: Program.package + "/.ci/run", encoding: .utf8)
    let commands = readme.blocks.filter { $0.text.contains("apt-get") }.map(\.text)
    #expect(commands.count == 2)
    #expect(commands.allSatisfy { $0.hasSuffix("\n") && $0.dropLast().contains("\n") == false })
    #expect(run.contains(try #require(commands.last { $0.contains("swift test") })))
  }

  @Test func namesNoMachine() {
    for word in ["/work", "/home/", "/root", "/tmp", "proxy", "mirror", "localhost", "127.0.0.1"] {
      #expect(!readme.text.contains(word), "\(word)")
    }
  }
}
