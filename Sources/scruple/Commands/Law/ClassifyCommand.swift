import Dossier
import Evidence
import Facts
import Formats
import Law
import Memos
import Screening
import Taxonomy
import Trade

/// `scruple classify`: the licence worksheet of an order's lines, or of an item alone.
enum ClassifyCommand {
  private static let itemOptions: Set<String> = [
    "destination", "eccn", "basis", "product", "origin", "from", "hs", "eu-code", "us-content",
  ]

  static func run(_ words: [String]) -> ExitCode {
    do throws(CommandFailure) {
      let arguments = try Arguments(
        words, options: Session.options.union(itemOptions), flags: ["help"])
      if arguments.has("help") {
        Output.write(HelpText.classify)
        return .allow
      }
      let form = try PolicyOutput.form(arguments, of: ["text", "json"])
      let isItem = itemOptions.contains { arguments.option($0) != nil }
      guard isItem != !arguments.positional.isEmpty else {
        throw CommandFailure(
          .usage,
          isItem
            ? "scruple: give an order or the options of one item, not both"
            : "scruple: name a file with orders, or an item with --destination and --eccn")
      }
      if isItem {
        let session = try Session(arguments)
        let item = try item(arguments, session)
        let day = session.asOf ?? session.today
        write([Worksheet(item, law(session, day))], form)
        return .allow
      }
      return try orders(arguments, form)
    } catch {
      Output.tell(error.lines)
      return error.code
    }
  }

  private static func orders(
    _ arguments: Arguments, _ form: String
  ) throws(CommandFailure) -> ExitCode {
    let path = try arguments.single("file with orders, or - for standard input,")
    let bytes = try Session.input(path)
    let session = try Session(arguments)
    var sheets: [Worksheet] = []
    var code = ExitCode.allow
    for result in OrderDecoder.decode(
      bytes, file: path == "-" ? "standard input" : path,
      knownCountries: session.knowledge.countries,
      formerCountries: session.knowledge.formerCountries)
    {
      switch result.result {
      case .failure(let diagnostics):
        Output.tell(diagnostics.map(\.line))
        code = .invalidInput
      case .order(let order, let warnings):
        sheets += try session.screen(order, notices: warnings).worksheets
      }
    }
    write(sheets, form)
    return code
  }

  private static func write(_ sheets: [Worksheet], _ form: String) {
    if form == "json" {
      let output = sheets.map(\.json)
      Output.write(
        (output.count == 1 ? output[0] : .array(output)).text(indented: true) + "\n")
    } else {
      Output.write(sheets.map { WorksheetText.text($0) }.joined(separator: "\n"))
    }
  }

  private static func law(_ session: Session, _ day: CivilDate) -> WorksheetLaw {
    session.knowledge.worksheetLaw(
      asOf: day, confirmations: session.corpus.register.confirmations(on: day))
  }

  // MARK: - An item alone

  private static func item(
    _ arguments: Arguments, _ session: Session
  ) throws(CommandFailure) -> WorksheetCase {
    guard let destination = try country("destination", arguments, session) else {
      throw CommandFailure(.usage, "scruple: an item needs --destination, such as CN")
    }
    var item = WorksheetCase(destination: destination)
    item.eccn = arguments.option("eccn")
    item.basis = arguments.option("basis")
    item.hsCode = arguments.option("hs")
    item.europeanCode = arguments.option("eu-code")
    item.origin = try country("origin", arguments, session)
    item.exportCountry = try country("from", arguments, session)
    let company = session.corpus.company
    item.actors = .init(
      us: Truth(company.isUSPerson), eu: Truth(company.isEUPerson), uk: Truth(company.isUKPerson))
    if let product = arguments.option("product") {
      item.description = product
      item.families = try families(product, session)
    }
    if let text = arguments.option("us-content") {
      guard let share = Decimal(text), share >= .zero, share <= Decimal(millionths: 100_000_000)
      else {
        throw CommandFailure(
          .invalidInput, "scruple: `\(text)` for --us-content is no share from 0 to 100 percent")
      }
      item.content = Interval(exactly: share)
    }
    return item
  }

  /// A code of a family, or whatever the catalogue reads in the words.
  private static func families(
    _ product: String, _ session: Session
  ) throws(CommandFailure) -> [String] {
    let tree = session.knowledge.taxonomy.products
    if tree.contains(product) { return [product] }
    let reading = session.knowledge.catalogue.reading(
      productClass: product, description: product, sku: nil)
    guard reading.families.isEmpty else { return reading.families }
    throw CommandFailure(
      .invalidInput,
      "scruple: `\(product)` is no product family, and none could be read in it"
        + (tree.nearest(to: product).map { "; did you mean `\($0)`?" } ?? ""))
  }

  /// A country that exists; one that ISO took back is passed on, so that the worksheet names it.
  private static func country(
    _ name: String, _ arguments: Arguments, _ session: Session
  ) throws(CommandFailure) -> String? {
    guard let text = arguments.option(name) else { return nil }
    let code = text.uppercased()
    let knowledge = session.knowledge
    if knowledge.countries.contains(code) { return code }
    if let former = knowledge.lawTables.formerCountry(code) {
      guard name == "destination" else {
        throw CommandFailure(
          .invalidInput,
          "scruple: `\(text)` for --\(name) (\(former.name)) is no country code any more; use "
            + former.instead.joined(separator: " or "))
      }
      return code
    }
    throw CommandFailure(
      .invalidInput, "scruple: `\(text)` for --\(name) is no country code; write CN")
  }
}

extension Truth {
  /// What somebody said of themselves; unknown where they said nothing.
  init(_ flag: Bool?) {
    if let flag { self.init(flag) } else { self = .isUnknown }
  }
}
