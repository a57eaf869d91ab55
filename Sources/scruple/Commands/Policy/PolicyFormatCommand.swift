import Formats
import Policy

/// `scruple policy fmt`: brings policy texts into their canonical form.
enum PolicyFormatCommand {
  /// Nothing is written unless every file can be read.
  static func run(_ words: [String]) throws(CommandFailure) -> ExitCode {
    let arguments = try Arguments(words, options: ["home"], flags: ["check"])
    if arguments.positional == ["-"] {
      Output.write(try formatted([("-", "-")]).map(\.new).joined())
      return .allow
    }
    let files = try formatted(try named(arguments)).filter { $0.old != Array($0.new.utf8) }
    for file in files {
      if !arguments.has("check") {
        do throws(FileReader.Failure) {
          try FileWriter.write(file.new, to: target(of: file.path))
        } catch {
          throw CommandFailure(.inputOutput, "scruple: \(error.message)")
        }
      }
      Output.write(file.name + "\n")
    }
    guard arguments.has("check"), !files.isEmpty else { return .allow }
    Output.tell("scruple: \(files.count) not in canonical form; `scruple policy fmt` writes it")
    return .invalidPolicy
  }

  private typealias Formatted = (path: String, name: String, old: [UInt8], new: String)

  /// The files of the command line, else all of the policies folder.
  private static func named(
    _ arguments: Arguments
  ) throws(CommandFailure) -> [(path: String, name: String)] {
    guard arguments.positional.isEmpty else {
      return arguments.positional.map { ($0, $0) }
    }
    let home = try HomeFolder(option: arguments.option("home"))
    do throws(PolicyRefused) {
      return try PolicySet.files(in: home.policies).map { path in
        (path, PolicyFiles.prefix + path.dropFirst(home.policies.count + 1))
      }
    } catch {
      throw CommandFailure(.invalidPolicy, DiagnosticListing(error.diagnostics, sources: [:]).text)
    }
  }

  private static func formatted(
    _ files: [(path: String, name: String)]
  ) throws(CommandFailure) -> [Formatted] {
    var result: [Formatted] = []
    var faults: [Diagnostic] = []
    var sources: [String: String] = [:]
    for (path, name) in files {
      let bytes = try Session.input(path, limit: 2 * PolicyLimits.fileBytes)
      do throws(PolicyRefused) {
        result.append((path, name, bytes, try PolicyFormatter.format(bytes, file: name)))
      } catch {
        faults += error.diagnostics
        sources[name] = String(decoding: bytes, as: UTF8.self)
      }
    }
    guard faults.isEmpty else {
      throw CommandFailure(
        .invalidPolicy,
        DiagnosticListing(faults, sources: sources).text + ["scruple: nothing was written"])
    }
    return result
  }

  /// A link stays a link: the file that it names is written.
  private static func target(of path: String) -> String {
    var path = path
    for _ in 0..<8 {
      guard let next = FileReader.linkTarget(of: path) else { break }
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      path = next.hasPrefix("/") ? next : folder + next
    }
    return path
  }
}
