import Formats
import TestFolders

@testable import Proofs

/// The solvers that this machine has, and programs that only look like one.
enum Solvers {
  static let found = ["z3", "cvc5"].compactMap { ChildProcess.find($0) }.map {
    Solver(path: $0, timeout: 60)
  }

  /// A program that does what a shell script says, in a folder of its own.
  static func fake(_ name: String, _ script: String, timeout: Int = 5) throws -> Solver {
    let folder = try Scratch.path()
    try FileWriter.makeFolder(folder)
    let path = folder + "/" + name
    try FileWriter.write("#!/bin/sh\n" + script + "\n", to: path)
    _ = try ChildProcess.run(
      ["/bin/chmod", "755", path], input: [], nanoseconds: 5_000_000_000, limit: 1_000)
    return Solver(path: path, timeout: timeout)
  }
}
