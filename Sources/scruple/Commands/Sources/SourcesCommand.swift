import Dossier
import Evidence
import Formats
import Memos

/// `scruple sources list|show|verify`: what is known, who says so, and whether it stands there.
enum SourcesCommand {
  private static let options: Set<String> = ["home", "corpus", "output", "copies"]

  static func run(_ words: [String]) -> ExitCode {
    do throws(CommandFailure) {
      let rest = Array(words.dropFirst())
      switch words.first {
      case "list": return try list(rest)
      case "show": return try show(rest)
      case "verify": return try verify(rest)
      case "--help", "-h", "help":
        Output.write(HelpText.sources)
        return .allow
      default: throw CommandFailure(.usage, "scruple: `sources` knows list, show and verify")
      }
    } catch {
      Output.tell(error.lines)
      return error.code
    }
  }

  /// The bundled library with the corpus's own sources and claims.
  private static func library(_ arguments: Arguments) throws(CommandFailure) -> EvidenceLibrary {
    let home = try HomeFolder(option: arguments.option("home"))
    var library = try Session.knowledge(home).evidence
    guard let folder = Session.corpusFolder(arguments, home) else { return library }
    guard FileReader.isFolder(folder) else {
      throw CommandFailure(.invalidInput, "scruple: there is no corpus folder `\(folder)`")
    }
    do throws(Diagnostic) {
      try library.addCorpus(folder: folder)
    } catch {
      throw CommandFailure(.invalidInput, [error.line])
    }
    return library
  }

  private static func list(_ words: [String]) throws(CommandFailure) -> ExitCode {
    let arguments = try Arguments(words, options: options, flags: ["help"])
    if arguments.has("help") {
      Output.write(HelpText.sources)
      return .allow
    }
    guard arguments.positional.isEmpty else {
      throw CommandFailure(.usage, "scruple: sources list takes no name; see sources show")
    }
    let isJSON = try ListsCommand.isJSON(arguments)
    let library = try library(arguments)
    let sources = library.sources.values.sorted { $0.id < $1.id }
    var counts: [String: Int] = [:]
    for claim in library.claims { counts[claim.source, default: 0] += 1 }
    if isJSON {
      Output.write(
        JSON.object([
          ("sources", .array(sources.map { json(of: $0, claims: counts[$0.id] ?? 0) }))
        ]).text(indented: true) + "\n")
      return .allow
    }
    for source in sources {
      Output.write(
        "\(visible(source.id))  \(source.grade)\(source.informationGrade)  root "
          + "\(visible(source.root))  \(counts[source.id] ?? 0) claims\n"
          + "  \(visible(source.citation))\n")
    }
    let roots = Set(sources.map(\.root)).count
    Output.write("\(sources.count) sources of \(roots) roots, \(library.claims.count) claims\n")
    return .allow
  }

  private static func show(_ words: [String]) throws(CommandFailure) -> ExitCode {
    let arguments = try Arguments(words, options: options, flags: ["help"])
    if arguments.has("help") {
      Output.write(HelpText.sources)
      return .allow
    }
    let id = try arguments.single("name of a source or claim")
    let isJSON = try ListsCommand.isJSON(arguments)
    let library = try library(arguments)
    let claims: [Claim]
    let source: Source
    if let found = library.sources[id] {
      source = found
      claims = library.claims.filter { $0.source == id }
    } else if let claim = library.claim(id), let found = library.sources[claim.source] {
      source = found
      claims = [claim]
    } else {
      let known = library.sources.keys.sorted() + library.claims.map(\.id)
      let nearest = nearestWord(to: String(id.prefix(64)), among: known)
      throw CommandFailure(
        .invalidInput,
        "scruple: there is no source or claim `\(id)`"
          + (nearest.map { "; did you mean `\($0)`?" } ?? ""))
    }
    if isJSON {
      Output.write(
        JSON.object([
          ("source", json(of: source, claims: claims.count)),
          ("claims", .array(claims.map(json))),
        ]).text(indented: true) + "\n")
      return .allow
    }
    var text = "\(visible(source.id))\n  \(visible(source.citation))\n"
    text +=
      "  grade \(source.grade)\(source.informationGrade), root \(visible(source.root)), "
      + "\(visible(source.verification))\n"
    if !source.derivesFrom.isEmpty {
      text += "  derives from \(visible(source.derivesFrom.joined(separator: ", ")))\n"
    }
    if let url = source.url { text += "  \(visible(url))\n" }
    if let digest = source.sha256 { text += "  sha256 \(digest)\n" }
    for claim in claims { text += self.text(of: claim) }
    Output.write(text)
    return .allow
  }

  private static func text(of claim: Claim) -> String {
    var text = "\n  \(visible(claim.id))  \(claim.kind)\n    \(visible(claim.summary))\n"
    text +=
      "    about \(visible(claim.subject.words)); \(claim.from?.description ?? "…") to "
      + "\(claim.until?.description ?? "…")\n"
    text +=
      "    \(claim.certainty), by \(visible(claim.attribution)); at \(visible(claim.locator))\n"
    for reason in claim.reasons { text += "    - \(visible(reason))\n" }
    if let by = claim.acceptedBy { text += "    accepted by \(visible(by))\n" }
    if !claim.contradicts.isEmpty {
      text += "    contradicts \(visible(claim.contradicts.joined(separator: ", ")))\n"
    }
    return text
  }

  private static func verify(_ words: [String]) throws(CommandFailure) -> ExitCode {
    let arguments = try Arguments(words, options: options, flags: ["help"])
    if arguments.has("help") {
      Output.write(HelpText.sources)
      return .allow
    }
    guard arguments.positional.isEmpty else {
      throw CommandFailure(.usage, "scruple: sources verify takes no name")
    }
    let isJSON = try ListsCommand.isJSON(arguments)
    let library = try library(arguments)
    let verification: EvidenceVerification
    do throws(FileReader.Failure) {
      verification = try EvidenceVerification(library, copies: arguments.option("copies"))
    } catch {
      throw CommandFailure(.inputOutput, "scruple: " + error.message)
    }
    let unchecked = verification.count(.notCheckable)
    if isJSON {
      Output.write(
        JSON.object([
          ("verified", .integer(verification.count(.verified))),
          ("broken", .integer(verification.broken.count)), ("notCheckable", .integer(unchecked)),
          (
            "items",
            .array(
              verification.items.map { item in
                .object([
                  ("id", .string(item.id)), ("matter", .string(item.matter)),
                  ("state", .string(item.state.rawValue)), ("reason", .string(item.reason)),
                ])
              })
          ),
        ]).text(indented: true) + "\n")
    } else {
      var text = ""
      for item in verification.broken {
        text += "BROKEN  \(item.matter) of \(visible(item.id)): \(visible(item.reason))\n"
      }
      for item in verification.items where item.matter == "copy" {
        text += "NO SOURCE  \(visible(item.id)): \(visible(item.reason))\n"
      }
      for matter in ["digest", "locator", "citation"] {
        let items = verification.items.filter { $0.matter == matter }
        text +=
          "\(matter)s: \(items.count { $0.state == .verified }) verified, "
          + "\(items.count { $0.state == .broken }) broken, "
          + "\(items.count { $0.state == .notCheckable }) not checkable\n"
      }
      text += "derivations: no circle\n"
      Output.write(text)
    }
    if !verification.broken.isEmpty { return .doesNotVerify }
    return unchecked > 0 ? .coverage : .allow
  }

  private static func json(of source: Source, claims: Int) -> JSON {
    .object([
      ("id", .string(source.id)), ("publisher", .string(source.publisher)),
      ("title", .string(source.title)), ("published", .string(source.published)),
      ("captured", .optional(source.captured?.description)),
      ("language", .string(source.language)), ("url", .optional(source.url)),
      ("sha256", .optional(source.sha256)), ("root", .string(source.root)),
      ("derivesFrom", .strings(source.derivesFrom)), ("official", .boolean(source.isOfficial)),
      ("kind", .string(source.kind)), ("grade", .string(source.grade)),
      ("informationGrade", .string(source.informationGrade)),
      ("verification", .string(source.verification)), ("claims", .integer(claims)),
    ])
  }

  private static func json(_ claim: Claim) -> JSON {
    .object([
      ("id", .string(claim.id)), ("kind", .string(claim.kind)), ("subject", claim.subject.json),
      ("from", .optional(claim.from?.description)), ("until", .optional(claim.until?.description)),
      ("source", .string(claim.source)), ("locator", .string(claim.locator)),
      ("attribution", .string(claim.attribution)), ("certainty", .string(claim.certainty)),
      ("summary", .string(claim.summary)), ("contradicts", .strings(claim.contradicts)),
      ("verification", .string(claim.verification)), ("reasons", .strings(claim.reasons)),
      ("acceptedBy", .optional(claim.acceptedBy)),
    ])
  }
}
