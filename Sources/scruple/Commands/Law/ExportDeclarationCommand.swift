import Dossier
import Formats
import Memos
import Screening
import Trade

/// `scruple eei`: what the export declaration of an order needs, and what of it is missing.
enum ExportDeclarationCommand {
  static func run(_ words: [String]) -> ExitCode {
    do throws(CommandFailure) {
      let arguments = try Arguments(words, options: Session.options, flags: ["help"])
      if arguments.has("help") {
        Output.write(HelpText.eei)
        return .allow
      }
      let form = try PolicyOutput.form(arguments, of: ["text", "json"])
      let path = try arguments.single("file with orders, or - for standard input,")
      let bytes = try Session.input(path)
      let session = try Session(arguments)
      var declarations: [ExportDeclaration] = []
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
          let declaration = try session.declaration(of: order, notices: warnings)
          if !declaration.missing.isEmpty { code = ExitCode.worst(code, .heldOrBlocked) }
          declarations.append(declaration)
        }
      }
      write(declarations, form)
      return code
    } catch {
      Output.tell(error.lines)
      return error.code
    }
  }

  private static func write(_ declarations: [ExportDeclaration], _ form: String) {
    if form == "json" {
      let output = declarations.map(\.json)
      Output.write(
        (output.count == 1 ? output[0] : .array(output)).text(indented: true) + "\n")
    } else {
      Output.write(declarations.map { ExportDeclarationText.text($0) }.joined(separator: "\n"))
    }
  }
}
