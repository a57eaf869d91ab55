import Formats

/// A program that decides SMT-LIB 2 texts.
public struct Solver: Sendable {
  /// What it said of one text.
  enum Answer: Sendable {
    case unsatisfiable
    /// Values of the declared constants by quoted symbol; empty where none were asked for.
    case satisfiable([String: String])
    /// Nothing that can be relied on, and why.
    case failed(String)
  }

  public let path: String
  /// Seconds after which one query is given up.
  public let timeout: Int

  /// The file name, as records and messages give it.
  public var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  public init(path: String, timeout: Int = 30) {
    self.path = path
    self.timeout = timeout
  }

  /// `path` where it can be run, else z3 or cvc5 on `$PATH`; nil where there is none.
  public static func find(_ path: String? = nil, timeout: Int = 30) -> Solver? {
    let names = path.map { [$0] } ?? ["z3", "cvc5"]
    return names.lazy.compactMap { ChildProcess.find($0) }.first.map {
      Solver(path: $0, timeout: timeout)
    }
  }

  /// How a reader runs this solver, or another one, on a text.
  static let usage = "z3 FILE, or: cvc5 --lang smt2.6 FILE"

  private var words: [String] {
    if name.hasPrefix("cvc") { return [path, "--lang", "smt2.6", "-"] }
    return name.hasPrefix("z3") ? [path, "-smt2", "-in"] : [path]
  }

  /// Where values are asked for, `unsat` is followed by an error about the values, which is none:
  /// such an answer only says that a search goes on, and never that something is proved.
  func ask(_ text: String, forValues: Bool = false) -> Answer {
    let result: ChildProcess.Result
    do throws(FileReader.Failure) {
      result = try ChildProcess.run(
        words, input: Array(text.utf8), nanoseconds: timeout * 1_000_000_000, limit: 1 << 24)
    } catch {
      return .failed("`\(path)` cannot be run: \(error.reason)")
    }
    switch result.ending {
    case .killedAtDeadline: return .failed("\(name) gave no answer within \(timeout) s")
    case .killedAtLimit: return .failed("\(name) printed more than can be an answer")
    case .signalled(let signal): return .failed("\(name) died of signal \(signal)")
    case .exited(let code):
      let output = String(decoding: result.output, as: UTF8.self)
      if forValues, output.hasPrefix("unsat\n") { return .unsatisfiable }
      return code == 0 ? read(output) : .failed("\(name) ended with code \(code)")
    }
  }

  private func read(_ output: String) -> Answer {
    guard let parts = SExpression.parse(output) else {
      return .failed("\(name) printed what is no answer of SMT-LIB")
    }
    switch parts.first {
    case .atom("unsat")? where parts.count == 1: return .unsatisfiable
    case .atom("unknown")?: return .failed("\(name) answered unknown")
    case .atom("sat")? where parts.count == 1: return .satisfiable([:])
    case .atom("sat")? where parts.count == 2:
      guard case .list(let pairs) = parts[1] else { break }
      var values: [String: String] = [:]
      for pair in pairs {
        guard case .list(let two) = pair, two.count == 2, case .atom(let symbol) = two[0],
          let value = two[1].constant
        else { return .failed("\(name) gave values that cannot be read") }
        // A solver may leave out bars that a symbol does not need.
        values[symbol.hasPrefix("|") ? symbol : "|\(symbol)|"] = value
      }
      return .satisfiable(values)
    default: break
    }
    return .failed("\(name) printed what is no answer: \(output.prefix(60).filter { $0 != "\n" })")
  }
}

/// What solvers print: words and lists in brackets.
enum SExpression: Sendable, Equatable {
  case atom(String)
  case list([SExpression])

  /// `true`, `false` or a whole number; nil for anything else.
  var constant: String? {
    switch self {
    case .atom(let word):
      return word == "true" || word == "false" || Int64(word) != nil ? word : nil
    case .list(let parts):
      guard parts.count == 2, parts[0] == .atom("-"), case .atom(let digits) = parts[1],
        Int64("-" + digits) != nil
      else { return nil }
      return "-" + digits
    }
  }

  /// All expressions of a text; nil where brackets or quotes do not match, or nest too deeply.
  static func parse(_ text: String) -> [SExpression]? {
    var open: [[SExpression]] = [[]]
    var word = ""
    var isQuoted = false
    func isSpace(_ scalar: Unicode.Scalar) -> Bool { " \n\t\r".unicodeScalars.contains(scalar) }
    for scalar in text.unicodeScalars {
      if isQuoted || scalar == "|" {
        word.unicodeScalars.append(scalar)
        if scalar == "|" { isQuoted.toggle() }
        continue
      }
      guard isSpace(scalar) || scalar == "(" || scalar == ")" else {
        word.unicodeScalars.append(scalar)
        continue
      }
      if !word.isEmpty {
        open[open.count - 1].append(.atom(word))
        word = ""
      }
      if scalar == "(" {
        guard open.count < 64 else { return nil }
        open.append([])
      } else if scalar == ")" {
        guard open.count > 1 else { return nil }
        let list = open.removeLast()
        open[open.count - 1].append(.list(list))
      }
    }
    guard open.count == 1, !isQuoted else { return nil }
    if !word.isEmpty { open[0].append(.atom(word)) }
    return open[0]
  }
}
