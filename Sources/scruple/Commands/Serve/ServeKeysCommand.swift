import Formats
import Hook

/// `scruple serve keys`: makes, lists and ends the keys that open the server.
enum ServeKeysCommand {
  static func run(_ words: [String]) throws(CommandFailure) -> ExitCode {
    let arguments = try Arguments(
      words, options: ["access", "name", "scopes", "days", "output"], flags: ["help"])
    if arguments.has("help") {
      Output.write(HelpText.serve)
      return .allow
    }
    let path = try StoreOptions.required(arguments, "access", "the file of keys")
    switch arguments.positional.first {
    case "add": return try add(arguments, path)
    case "list": return try list(try ServeCommand.keys(path))
    case "revoke": return try revoke(arguments, path)
    default:
      throw CommandFailure(.usage, "scruple: `serve keys` knows add, list and revoke")
    }
  }

  private static func add(
    _ arguments: Arguments, _ path: String
  ) throws(CommandFailure) -> ExitCode {
    let name = try StoreOptions.required(arguments, "name", "whom is it for?")
    let text = try StoreOptions.required(arguments, "scopes", "as screen:write,order:read")
    var scopes: Set<Scope> = []
    for word in text.split(separator: ",").map(String.init) {
      guard let scope = Scope(rawValue: word) else {
        throw CommandFailure(
          .usage,
          "scruple: `\(word)` is no scope; there are "
            + Scope.allCases.map(\.rawValue).joined(separator: ", "))
      }
      scopes.insert(scope)
    }
    let now = Process.now.seconds
    let days = try StoreOptions.number(arguments, "days", in: 1...3650)
    guard
      let made = AccessKey.make(
        name: name, scopes: scopes, now: now, expires: days.map { now + $0 * 86_400 })
    else { throw CommandFailure(.internalFault, "scruple: libcrypto has no random bytes") }
    var ring = FileReader.exists(path) ? try ServeCommand.keys(path) : KeyRing()
    ring.add(made.key)
    try write(ring, to: path)
    Output.tell("key \(made.key.id) for \(name); it is shown once and kept nowhere:")
    Output.write(made.text + "\n")
    return .allow
  }

  private static func list(_ ring: KeyRing) throws(CommandFailure) -> ExitCode {
    for key in ring.keys {
      let members = (key.json.members ?? []).filter { $0.key != "digest" }
      let isInForce = ("inForce", JSON.boolean(key.holds(at: Process.now.seconds)))
      Output.write(JSON.object(members.map { ($0.key, $0.value) } + [isInForce]).text() + "\n")
    }
    return .allow
  }

  private static func revoke(
    _ arguments: Arguments, _ path: String
  ) throws(CommandFailure) -> ExitCode {
    guard arguments.positional.count == 2 else {
      throw CommandFailure(.usage, "scruple: name the id of one key, as `serve keys revoke ID`")
    }
    let id = arguments.positional[1]
    var ring = try ServeCommand.keys(path)
    guard ring.revoke(id, now: Process.now.seconds) else {
      throw CommandFailure(.invalidInput, "scruple: there is no key `\(id)` in `\(path)`")
    }
    try write(ring, to: path)
    return .allow
  }

  private static func write(_ ring: KeyRing, to path: String) throws(CommandFailure) {
    do throws(Diagnostic) {
      try ring.write(to: path)
    } catch {
      throw CommandFailure(.inputOutput, [error.line])
    }
  }
}
