import Formats
import Memos
import Screening

/// The memos that `--memo` asks for, and the files that were written already.
struct MemoFiles {
  private let paths: [(path: String, form: MemoForm)]
  private var taken: Set<String> = []

  /// Throws for an ending that is no form of a memo.
  init(_ named: [String]) throws(CommandFailure) {
    var paths: [(path: String, form: MemoForm)] = []
    for path in named {
      guard let form = MemoForm(path: path) else {
        throw CommandFailure(
          .usage, "scruple: the memo `\(path)` must end in .html, .md or .json")
      }
      paths.append((path, form))
    }
    self.paths = paths
  }

  /// Writes the memos of one determination and returns where they are. Several orders get files
  /// of their own, named by their references; equal names are told apart by a number.
  mutating func write(
    _ determination: Determination, manyOrders: Bool
  ) throws(CommandFailure) -> [String] {
    var written: [String] = []
    for (path, form) in paths {
      let target = manyOrders ? free(path, determination.order.reference) : path
      do throws(FileReader.Failure) {
        try FileWriter.write(form.text(of: determination), to: target)
      } catch {
        throw CommandFailure(.inputOutput, "scruple: the memo was not written: \(error.message)")
      }
      written.append(target)
    }
    return written
  }

  private mutating func free(_ path: String, _ reference: String) -> String {
    let first = MemoForm.path(path, for: reference)
    var target = first
    var number = 2
    while !taken.insert(target).inserted {
      target = MemoForm.path(first, for: String(number))
      number += 1
    }
    return target
  }
}
