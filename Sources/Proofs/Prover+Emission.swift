public import Formats
import Policy

extension Prover {
  /// Writes every question as a file of its own that any solver of SMT-LIB 2.6 reads, and
  /// `index.tsv` that names them; returns how many there are.
  @discardableResult
  public func emit(to folder: String) throws(FileReader.Failure) -> Int {
    try FileWriter.makeFolder(folder)
    var index = "file\tguarantee\tproved by\tquestion\n"
    var count = 0
    for guarantee in policies.guarantees {
      let questions = obligations.questions(of: guarantee)
      if questions.isEmpty {
        index += "-\t\(guarantee.name)\tno question: no rule reads what the guarantee changes\t-\n"
      }
      for question in questions {
        let file = question.name + ".smt2"
        try FileWriter.write(
          text(question, question.encoding(.everyOrder), values: false), to: folder + "/" + file)
        index +=
          "\(file)\t\(guarantee.name)\tunsat\tis there an order such that \(question.meaning)?\n"
        count += 1
      }
    }
    try FileWriter.write(index, to: folder + "/index.tsv")
    return count
  }
}
