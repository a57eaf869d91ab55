/// The words of a command line, read against what its command accepts.
struct Arguments {
  private(set) var positional: [String] = []
  private var options: [String: [String]] = [:]
  private var flags: Set<String> = []

  /// Throws for an option that is not accepted, that lacks its value, or stands twice.
  init(
    _ words: some Sequence<String>, options accepted: Set<String>, flags acceptedFlags: Set<String>,
    repeatable: Set<String> = []
  ) throws(CommandFailure) {
    var iterator = Array(words).makeIterator()
    var isLiteral = false
    while let word = iterator.next() {
      // `-` alone is standard input.
      guard !isLiteral, word.hasPrefix("-"), word != "-" else {
        positional.append(word)
        continue
      }
      if word == "--" {
        isLiteral = true
        continue
      }
      let parts = word.dropFirst(2).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false
      ).map(String.init)
      let name = word == "-h" ? "help" : word.hasPrefix("--") ? parts[0] : word
      if acceptedFlags.contains(name), parts.count == 1 {
        flags.insert(name)
        continue
      }
      guard accepted.contains(name) else {
        let known = (accepted.union(acceptedFlags)).sorted().map { "--" + $0 }
        throw CommandFailure(
          .usage, "scruple: unknown option `\(word)`; use one of \(known.joined(separator: ", "))")
      }
      // A value that begins with `--` is a forgotten value; `--name=--value` says it is meant.
      guard let value = parts.count == 2 ? parts[1] : iterator.next(),
        !value.isEmpty, parts.count == 2 || !value.hasPrefix("--")
      else {
        throw CommandFailure(.usage, "scruple: the option `--\(name)` has no value")
      }
      if options[name] != nil, !repeatable.contains(name) {
        throw CommandFailure(.usage, "scruple: the option `--\(name)` stands twice")
      }
      options[name, default: []].append(value)
    }
  }

  func option(_ name: String) -> String? { options[name]?.first }
  func all(_ name: String) -> [String] { options[name] ?? [] }
  func has(_ flag: String) -> Bool { flags.contains(flag) }

  /// The one positional word; throws where there is none or more.
  func single(_ what: String) throws(CommandFailure) -> String {
    guard positional.count == 1 else {
      throw CommandFailure(
        .usage,
        positional.isEmpty
          ? "scruple: \(what) is missing" : "scruple: there is more than one \(what)")
    }
    return positional[0]
  }
}
