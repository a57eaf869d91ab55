public import Facts
public import Formats
import Taxonomy

/// Every term, set, relation and tree that policies can speak of, as Markdown, text and data.
public struct VocabularyReference: Sendable {
  let vocabulary: Vocabulary
  /// Only the terms of this domain; all where nil.
  let domain: String?
  /// The file in which a company declared a term, by domain and name: `order.sales-channel`.
  let declaredIn: [String: String]

  public init(_ vocabulary: Vocabulary, domain: String? = nil, declaredIn: [String: String] = [:]) {
    self.vocabulary = vocabulary
    self.domain = domain
    self.declaredIn = declaredIn
  }

  private var domains: [Domain] {
    vocabulary.domains.filter { domain == nil || $0.name == domain }
  }

  private func name(_ index: Int) -> String { vocabulary.domains[index].name }

  private func speaks(of indices: Int...) -> Bool {
    domain == nil || indices.contains { name($0) == domain }
  }

  private var collections: [Collection] { vocabulary.collections.filter { speaks(of: $0.domain) } }

  private var relations: [Relation] {
    vocabulary.relations.filter { speaks(of: $0.from, $0.to) }
  }

  /// `a domain` as a rule writes it before the term: `order` or a variable.
  private func file(of term: Term, in domain: Domain) -> String? {
    term.field == nil ? nil : declaredIn["\(domain.name).\(term.name)"]
  }
}

// MARK: - Markdown

extension VocabularyReference {
  public var markdown: String {
    var text = "\n## Vocabulary\n"
    for domain in domains {
      text += "\n### Facts about \(domain.name == "order" ? "the order" : "a \(domain.name)")\n\n"
      text += PolicyReference.table(
        ["term", "type", "polarity", "meaning"],
        domain.terms.map { term in
          [
            "`\(term.name)`", term.typeWords, term.polarityWords,
            term.meaning + declared(term, domain),
          ]
        })
    }
    text += "\n### Sets\n\n"
    text += PolicyReference.table(
      ["set", "members", "meaning"],
      collections.map { ["`\($0.phrase)`", name($0.domain), $0.meaning] })
    text += "\n### Relations\n\n"
    text += PolicyReference.table(
      ["relation", "polarity", "meaning"],
      relations.map {
        ["\(name($0.from)) `\($0.phrase)` \(name($0.to))", $0.polarity.rawValue, $0.meaning]
      })
    guard domain == nil else { return text }
    for key in vocabulary.trees.keys.sorted() {
      guard let tree = vocabulary.trees[key] else { continue }
      text += "\n### Codes of the \(key)\n\n" + codes(of: tree)
    }
    return text
  }

  private func declared(_ term: Term, _ domain: Domain) -> String {
    guard let field = term.field else { return "" }
    return " (declared for the order's own field `\(field)`"
      + (file(of: term, in: domain).map { " in \($0)" } ?? "") + ")"
  }

  /// Large trees are shown by their upper levels: their codes follow a published scheme.
  private func codes(of tree: CodeTree) -> String {
    let isLarge = tree.nodes.count > 400
    let shown = tree.nodes.filter { !isLarge || tree.lineage(of: $0.code).count <= 2 }
    var text = ""
    for node in shown {
      let depth = max(0, tree.lineage(of: node.code).count - 1)
      text += String(repeating: "  ", count: depth) + "- `\(node.code)`"
      if let english = node.english.first { text += " \(english)" }
      text += (node.polarity == .neutral ? "" : " (\(node.polarity.rawValue))") + "\n"
    }
    if isLarge { text += "\n\(tree.nodes.count - shown.count) more stand below these.\n" }
    return text
  }
}

// MARK: - Text and data

extension VocabularyReference {
  public var text: String {
    var text = ""
    for domain in domains {
      text += "\(domain.name)\n"
      for term in domain.terms {
        text += "  \(term.name)  (\(term.typeWords); \(term.polarityWords))\n"
        text += "      \(term.meaning)\(declared(term, domain))\n"
        if let question = term.question { text += lines(question) }
      }
    }
    text += "sets\n"
    for set in collections {
      text += "  \(set.phrase)  (\(name(set.domain)))\n      \(set.meaning)\n"
      if let question = set.question { text += lines(question) }
    }
    text += "relations\n"
    for relation in relations {
      text += "  \(name(relation.from)) \(relation.phrase) \(name(relation.to))  "
      text += "(\(relation.polarity.rawValue))\n      \(relation.meaning)\n"
    }
    guard domain == nil else { return text }
    text += "trees\n"
    for key in vocabulary.trees.keys.sorted() {
      text += "  \(key)  (\(vocabulary.trees[key]?.nodes.count ?? 0) codes)\n"
    }
    return text
  }

  private func lines(_ question: LocalisedText) -> String {
    "      en  \(question.english)\n      zh  \(question.chinese)\n      de  \(question.german)\n"
  }

  public var json: JSON {
    .object([
      (
        "domains",
        .array(
          domains.map { domain in
            .object([
              ("name", .string(domain.name)),
              ("terms", .array(domain.terms.map { json(of: $0, in: domain) })),
            ])
          })
      ),
      (
        "collections",
        .array(
          collections.map { set in
            .object([
              ("name", .string(set.phrase)), ("domain", .string(name(set.domain))),
              ("meaning", .string(set.meaning)), ("adverse", .boolean(set.isAdverse)),
              ("question", json(of: set.question)),
            ])
          })
      ),
      (
        "relations",
        .array(
          relations.map { relation in
            .object([
              ("name", .string(relation.phrase)), ("from", .string(name(relation.from))),
              ("to", .string(name(relation.to))),
              ("polarity", .string(relation.polarity.rawValue)),
              ("meaning", .string(relation.meaning)),
            ])
          })
      ),
      (
        "trees",
        .array(
          domain != nil
            ? []
            : vocabulary.trees.keys.sorted().map { key in
              .object([
                ("name", .string(key)),
                ("codes", .array((vocabulary.trees[key]?.nodes ?? []).map(json))),
              ])
            })
      ),
    ])
  }

  private func json(of node: TreeNode) -> JSON {
    .object([
      ("code", .string(node.code)), ("parent", .optional(node.parent)),
      ("name", .optional(node.english.first)), ("polarity", .string(node.polarity.rawValue)),
    ])
  }

  private func json(of question: LocalisedText?) -> JSON {
    guard let question else { return .null }
    return .object([
      ("en", .string(question.english)), ("zh-Hans", .string(question.chinese)),
      ("de", .string(question.german)),
    ])
  }

  private func json(of term: Term, in domain: Domain) -> JSON {
    var members: [(String, JSON)] = [("name", .string(term.name))]
    switch term.type {
    case .boolean: members.append(("type", .string("boolean")))
    case .tree(let tree): members += [("type", .string("code")), ("tree", .string(tree))]
    case .word(let words): members += [("type", .string("word")), ("words", .strings(words))]
    case .number(let unit): members += [("type", .string("number")), ("unit", .string(unit))]
    case .date: members.append(("type", .string("date")))
    case .text: members.append(("type", .string("text")))
    }
    members += [
      ("several", .boolean(term.holdsSeveral)),
      ("polarity", .string(term.isJudgedByNode ? "node" : term.polarity.rawValue)),
      ("meaning", .string(term.meaning)), ("question", json(of: term.question)),
    ]
    if let field = term.field {
      members += [("field", .string(field)), ("file", .optional(file(of: term, in: domain)))]
    }
    return .object(members)
  }
}

extension Term {
  /// Whether the node of a tree decides what is adverse.
  fileprivate var isJudgedByNode: Bool { if case .tree = type { true } else { false } }

  fileprivate var polarityWords: String { isJudgedByNode ? "by code" : polarity.rawValue }

  fileprivate var typeWords: String {
    switch type {
    case .boolean: "true or false"
    case .tree(let tree): (holdsSeveral ? "several codes of " : "code of ") + tree
    case .word(let words):
      (holdsSeveral ? "several of " : "one of ") + words.joined(separator: ", ")
    case .number(let unit): "number" + (unit.isEmpty ? "" : " of \(unit)")
    case .date: "date"
    case .text: "text"
    }
  }
}
