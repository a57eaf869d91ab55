import Formats

/// The program `scruple`: reads its words, calls one command, returns its status.
@main
enum Scruple {
  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    Process.exit(run(words).rawValue)
  }

  private static func run(_ words: [String]) -> ExitCode {
    let rest = Array(words.dropFirst())
    switch words.first {
    case "screen": return ScreenCommand.run(rest, explains: false)
    case "explain": return ScreenCommand.run(rest, explains: true)
    case "hook": return HookCommand.run(rest)
    case "lists": return ListsCommand.run(rest)
    case "policy": return PolicyCommand.run(rest)
    case "report": return ReportCommand.run(rest)
    case "demo": return DemoCommand.run(rest)
    case "bench": return BenchCommand.run(rest)
    case "help", "--help", "-h":
      Process.write(HelpText.general)
      return .allow
    default:
      let unknown = words.first.map { "scruple: there is no command `\($0)`\n" } ?? ""
      let nearest = words.first.flatMap {
        nearestWord(
          to: $0,
          among: ["screen", "explain", "hook", "lists", "policy", "report", "demo", "bench"])
      }
      Process.write(
        unknown + (nearest.map { "did you mean `\($0)`?\n" } ?? "") + HelpText.general,
        toErrors: true)
      return .usage
    }
  }
}
