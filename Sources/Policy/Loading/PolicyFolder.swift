import Digests
public import Facts
public import Formats

/// Why a policy set was refused: every fault, with its place.
public struct PolicyRefused: Error, Sendable {
  public let diagnostics: [Diagnostic]

  public init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}

extension PolicySet {
  /// Loads all `*.policy` files below `folder`, in the order of their paths.
  ///
  /// One error anywhere refuses the whole set: half a policy would release what the other half
  /// holds.
  public static func load(
    folder: String, vocabulary: Vocabulary, registry: CitationRegistry
  ) throws(PolicyRefused) -> PolicySet {
    let policies = try check(
      files: try texts(in: folder), vocabulary: vocabulary, registry: registry)
    try policies.requireRules(folder)
    return policies
  }

  /// The digest that the policies of a folder have if they are accepted; nothing is checked.
  public static func digest(of folder: String) throws(PolicyRefused) -> String {
    digest(of: try texts(in: folder))
  }

  private static func digest(of files: [(name: String, text: [UInt8])]) -> String {
    let content = files.flatMap { file in
      Array("\(file.name) \(file.text.count)\n".utf8) + file.text
    }
    return SHA256(of: content).description
  }

  private static func texts(
    in folder: String
  ) throws(PolicyRefused) -> [(name: String, text: [UInt8])] {
    var files: [(name: String, text: [UInt8])] = []
    var faults: [Diagnostic] = []
    for path in policyFiles(in: folder, &faults) {
      do throws(FileReader.Failure) {
        files.append((String(path.dropFirst(folder.count + 1)), try FileReader.bytes(of: path)))
      } catch {
        faults.append(unreadable(error))
      }
    }
    guard faults.isEmpty else { throw PolicyRefused(diagnostics: faults) }
    guard !files.isEmpty else {
      throw PolicyRefused(diagnostics: [
        Diagnostic(
          "POL071", "there are no policy files in `\(folder)`",
          remedy: "point --home at a folder that holds Policies and Data", file: folder)
      ])
    }
    return files
  }

  /// Checks texts that are already in memory; the names stand in diagnostics.
  public static func check(
    files: [(name: String, text: [UInt8])], vocabulary: Vocabulary, registry: CitationRegistry
  ) throws(PolicyRefused) -> PolicySet {
    var assembly = PolicyAssembly(vocabulary: vocabulary, registry: registry)
    for file in files { assembly.add(file.text, name: file.name) }
    assembly.checkFiles()
    assembly.checkTogether()
    let errors = assembly.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { throw PolicyRefused(diagnostics: assembly.diagnostics) }
    return PolicySet(
      name: assembly.name, revision: assembly.revision, headings: assembly.headings,
      rules: assembly.rules, lists: assembly.lists, guarantees: assembly.guarantees,
      vocabulary: assembly.vocabulary,
      digest: digest(of: files),
      warnings: assembly.diagnostics)
  }

  /// The paths of all `*.policy` files below `folder`, in order.
  public static func files(in folder: String) throws(PolicyRefused) -> [String] {
    var faults: [Diagnostic] = []
    let found = policyFiles(in: folder, &faults)
    guard faults.isEmpty else { throw PolicyRefused(diagnostics: faults) }
    return found
  }

  private static func unreadable(_ failure: FileReader.Failure) -> Diagnostic {
    // What is not there holds no policies, which is told as such.
    failure.isMissing && FileReader.linkTarget(of: failure.path) == nil
      ? Diagnostic(
        "POL071", "there are no policy files in `\(failure.path)`",
        remedy: "point --home at a folder that holds Policies and Data", file: failure.path)
      : Diagnostic(
        "POL070", failure.message, remedy: "make it readable", file: failure.path)
  }

  private static func policyFiles(
    in folder: String, depth: Int = 0, _ faults: inout [Diagnostic]
  ) -> [String] {
    var paths: [String] = []
    do throws(FileReader.Failure) {
      for name in try FileReader.listing(of: folder) {
        let path = folder + "/" + name
        if FileReader.isFolder(path) {
          guard depth < FileReader.deepestFolder else {
            faults.append(
              Diagnostic(
                "POL083", "folders nest deeper than \(FileReader.deepestFolder)",
                remedy: "remove links that lead back", file: path))
            return []
          }
          let known = faults.count
          let below = policyFiles(in: path, depth: depth + 1, &faults)
          // A folder whose files were lost would otherwise be missed by nobody.
          if below.isEmpty, faults.count == known {
            faults.append(
              Diagnostic(
                "POL080", "the folder `\(path)` holds no policy files",
                remedy: "restore them, or remove the folder", file: path))
          }
          paths += below
        } else if name.hasSuffix(".policy") {
          paths.append(path)
        }
      }
    } catch {
      faults.append(unreadable(error))
    }
    return paths
  }

  /// A set without rules could never hold an order: something of the folder is missing.
  private func requireRules(_ folder: String) throws(PolicyRefused) {
    guard rules.isEmpty else { return }
    throw PolicyRefused(diagnostics: [
      Diagnostic(
        "POL081", "the policies hold no rule", remedy: "restore the files that hold the rules",
        file: folder)
    ])
  }
}

/// Gathers the checked parts of several files.
struct PolicyAssembly {
  /// With the terms that the files declare, once all files are read.
  private(set) var vocabulary: Vocabulary
  let registry: CitationRegistry
  var rules: [Rule] = []
  var lists: [RequiredList] = []
  var guarantees: [Guarantee] = []
  private var files: [(name: String, policy: Located, syntax: PolicySyntax)] = []
  /// Every rule and list as named in the files, whether or not it could be checked.
  private var named: [(what: String, name: Located, file: String)] = []
  var policies: [(name: String, revision: String)] = []
  var diagnostics: [Diagnostic] = []

  /// Rules beyond which a set is refused.
  static let ruleLimit = PolicyLimits.rules

  init(vocabulary: Vocabulary, registry: CitationRegistry) {
    self.vocabulary = vocabulary
    self.registry = registry
  }

  /// The one policy's name, or how many there are.
  var name: String { policies.count == 1 ? policies[0].name : "\(policies.count) policies" }

  var headings: [PolicyHeading] {
    files.map { name, policy, syntax in
      PolicyHeading(
        name: policy.text, title: syntax.title, revision: syntax.revision, owner: syntax.owner,
        file: name, terms: syntax.terms.map { "\($0.domain.text).\($0.name.text)" },
        lists: syntax.lists.map(\.code.text))
    }
  }

  /// The latest revision of any part.
  var revision: String { policies.map(\.revision).max() ?? "" }

  mutating func add(_ bytes: [UInt8], name file: String) {
    if let fault = PolicyLimits.fault(of: bytes, file: file) {
      diagnostics.append(fault)
      return
    }
    let (syntax, faults) = Parser.parse(String(decoding: bytes, as: UTF8.self), file: file)
    diagnostics += faults + PolicyLimits.faults(of: syntax, file: file)
    named += syntax.rules.map { ("rule", $0.name, file) }
    named += syntax.lists.map { ("list", $0.code, file) }
    named += syntax.guarantees.map { ("guarantee", $0.name, file) }
    guard let policy = syntax.name else {
      guard !syntax.isDamaged else { return }
      diagnostics.append(
        Diagnostic(
          "POL073", "the file does not begin with `policy NAME`", remedy: "add it", file: file,
          position: SourcePosition(line: 1, column: 1)))
      return
    }
    if syntax.revision.isEmpty, !syntax.isDamaged {
      diagnostics.append(
        Diagnostic(
          "POL074", "the policy `\(policy.text)` has no revision",
          remedy: "add revision 2026.11", file: file, position: policy.position))
    }
    policies.append((policy.text, syntax.revision))
    files.append((file, policy, syntax))
  }

  /// Looks up the words of all files: a term that one of them declares may be used in any.
  mutating func checkFiles() {
    var terms = TermChecker(vocabulary: vocabulary)
    for (file, _, syntax) in files {
      for term in syntax.terms { terms.add(term, file: file) }
    }
    diagnostics += terms.diagnostics
    vocabulary = vocabulary.adding(terms.terms)
    // Where a term is wrong, every use of it would be told as a further fault.
    guard terms.diagnostics.isEmpty else { return }
    for (file, policy, syntax) in files {
      var checker = RuleChecker(
        vocabulary: vocabulary, registry: registry, file: file, policy: policy.text)
      rules += syntax.rules.compactMap { checker.check($0) }
      guarantees += syntax.guarantees.compactMap { checker.check($0) }
      diagnostics += checker.diagnostics
      lists += syntax.lists.compactMap { checked($0, file: file) }
    }
  }

  private mutating func checked(_ list: ListSyntax, file: String) -> RequiredList? {
    guard let age = list.maximumAge, list.floor > 0 else {
      diagnostics.append(
        Diagnostic(
          "POL075", "the list `\(list.code.text)` has no floor or no greatest age",
          remedy: "add at least N entries, at most N days old", file: file,
          position: list.code.position))
      return nil
    }
    let jurisdictions = ["US", "EU", "UK"]
    if let actor = list.whenActor, !jurisdictions.contains(actor.text) {
      diagnostics.append(
        Diagnostic(
          "POL076", "there is no jurisdiction `\(actor.text)`",
          remedy: "use one of \(jurisdictions.joined(separator: ", "))", file: file,
          position: actor.position))
      return nil
    }
    return RequiredList(
      code: list.code.text, name: list.name, isDemonstration: list.isDemonstration,
      isRequired: list.isRequired, whenActor: list.whenActor?.text, floor: list.floor,
      maximumAgeDays: age, canaries: list.canaries)
  }

  mutating func checkTogether() {
    if rules.count > PolicyAssembly.ruleLimit {
      diagnostics.append(
        Diagnostic("POL077", "there are more than \(PolicyAssembly.ruleLimit) rules"))
    }
    var seen: [String: String] = [:]
    for (what, name, file) in named {
      if let first = seen["\(what) \(name.text)"] {
        diagnostics.append(
          Diagnostic(
            "POL078", "the \(what) `\(name.text)` stands twice, first in \(first)",
            remedy: "give one of them another name", file: file, position: name.position))
      } else {
        seen["\(what) \(name.text)"] = "\(file):\(name.position)"
      }
    }
    // What could not be read may hold what is missed here.
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return }
    if !lists.contains(where: { $0.isRequired && !$0.isDemonstration && $0.whenActor == nil }) {
      diagnostics.append(
        Diagnostic(
          "POL079", "no list is required to be searched for every order",
          remedy: "add a coverage statement with a list that is required"))
    }
    if rules.isEmpty {
      diagnostics.append(
        Diagnostic(
          "POL081", "there are no rules, so every order would be released",
          remedy: "add rules, or point --home at a folder that holds them"))
    }
  }
}
