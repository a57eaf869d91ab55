import Facts
import Formats
import FuzzDriver
import Policy
import Taxonomy

@main
enum PolicyFuzzer {
  static func main() {
    unsafe FuzzDriver.run { start, count in unsafe readPolicy(start, count) }
  }
}

/// The target: any bytes as a policy file are read whole or refused with a place.
///
/// Built only where `SCRUPLE_FUZZ` is set (see `Package.swift`), with `-sanitize=fuzzer`. A crash,
/// a hang, or a refusal that names no fault is a finding.
@_cdecl("LLVMFuzzerTestOneInput")
public func readPolicy(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  do throws(PolicyRefused) {
    let policies = try PolicySet.check(
      files: [("fuzzed.policy", bytes)], vocabulary: Surroundings.vocabulary,
      registry: Surroundings.registry)
    // What was accepted must also run: its examples, on the real evaluator.
    _ = ExampleRunner(policies).run()
  } catch {
    precondition(!error.diagnostics.isEmpty, "a policy was refused without a reason")
    FuzzDriver.check(error.diagnostics)
  }
  return 0
}

/// A vocabulary with a term of every type.
private enum Surroundings {
  static let registry = CitationRegistry(bases: ["law.1": "Act 1"], sources: ["press": "Press"])

  static let vocabulary = Vocabulary(
    domains: [
      Domain(
        name: "order",
        terms: [
          Term("flagged", .boolean, .adverse, "Adverse"),
          Term("cleared", .boolean, .mitigating, "Mitigating"),
          Term("kind", .word(["sale", "service"]), .neutral, "One word"),
          Term("pieces", .number(unit: "pieces"), .adverse, "Number"),
          Term("signed", .date, .neutral, "Date"), Term("note", .text, .neutral, "Text"),
        ]),
      Domain(
        name: "party",
        terms: [
          Term("name", .text, .neutral, "Name"),
          Term("place", .tree("places"), .neutral, "Places"),
          Term("share", .number(unit: "percent"), .adverse, "Share"),
        ]),
      Domain(name: "line", terms: [Term("product", .tree("places"), .neutral, "Product")]),
    ],
    collections: [
      Collection(phrase: "party", domain: 1, meaning: "Parties"),
      Collection(phrase: "end user", domain: 1, meaning: "End users"),
      Collection(phrase: "line", domain: 2, meaning: "Lines"),
    ],
    relations: [
      Relation(phrase: "owns", from: 1, to: 1, polarity: .adverse, meaning: "Owns")
    ],
    trees: ["places": places])

  private static let places: CodeTree = {
    let nodes = [("CN", nil), ("CN-65", "CN"), ("DE", nil)].map {
      TreeNode(code: $0.0, parent: $0.1, kind: "place", english: [$0.0])
    }
    guard let tree = try? CodeTree(name: "places", nodes: nodes) else {
      preconditionFailure("the places are well formed")
    }
    return tree
  }()
}
