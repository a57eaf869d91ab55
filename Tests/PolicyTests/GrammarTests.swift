import Formats
import Foundation
import Testing

@testable import Policy

@Suite("The grammar of the reference is the grammar of the parser")
struct GrammarTests {
  private static let root =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  @Test(arguments: 0..<20)
  func whateverIsDerivedFromItIsRead(batch: Int) {
    let grammar = Grammar(PolicyGrammar.text)
    for number in 0..<40 {
      let seed = UInt64(batch * 1_000 + number)
      var generator = SentenceGenerator(grammar, seed: seed)
      let words = generator.words(of: "file")
      let text = generator.layout(words, isCareless: false)
      let faults = Parser.parse(text, file: "s\(seed)").diagnostics
      #expect(faults.isEmpty, "seed \(seed): \(faults.map(\.line))\n\(text)")
    }
  }

  @Test func itsNamesAreDefined() {
    let grammar = Grammar(PolicyGrammar.text)
    var used: Set<String> = ["file"]
    func visit(_ expression: Grammar.Expression) {
      switch expression {
      case .literal: break
      case .name(let name): used.insert(name)
      case .sequence(let parts), .choice(let parts): parts.forEach(visit)
      case .option(let inner), .repetition(let inner): visit(inner)
      }
    }
    grammar.rules.values.forEach(visit)
    #expect(used == Set(grammar.rules.keys).union(PolicyGrammar.terminals.map(\.name)))
  }

  /// Every word that the parser asks for by name stands in the grammar, and the reverse.
  @Test func itHasTheWordsOfTheParser() throws {
    let folder = GrammarTests.root + "/Sources/Policy/Language"
    var source = ""
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where name.hasPrefix("Parser") {
      source += try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    }
    var asked: Set<String> = []
    for match in source.matches(of: /(?:take|at|expect|expectWord)\(\[?((?:"[a-zA-Z-]+"(?:, )?)+)/)
    {
      let words = match.output.1.matches(of: /"([a-zA-Z-]+)"/).map { String($0.output.1) }
      asked.formUnion(words)
    }
    for match in source.matches(of: /case ((?:"[a-z]+"(?:, )?)+):/) {
      asked.formUnion(match.output.1.matches(of: /"([a-z]+)"/).map { String($0.output.1) })
    }
    for match in source.matches(of: #/\(\[((?:"[a-z]+"(?:, )?)+)\], /#) {
      asked.formUnion(match.output.1.matches(of: /"([a-z]+)"/).map { String($0.output.1) })
    }
    let literals = Grammar(PolicyGrammar.text).literals.filter { $0.first?.isLetter == true }
    #expect(asked.subtracting(literals).isEmpty)
    // The rest are words of closed lists, which the checker knows.
    let closed: Set<String> = [
      "US", "EU", "UK", "adverse", "mitigating", "neutral", "legal", "red", "redFlag", "rights",
      "data",
      "legalProhibition", "licenceRequirement", "regulatoryRedFlag", "policy", "dataGap", "context",
      "severe", "moderate", "cause", "contribute", "directlyLinked", "none", "en", "zh-Hans", "de",
    ]
    #expect(literals.subtracting(asked).subtracting(closed).sorted() == [])
  }
}
