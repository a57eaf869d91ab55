import Screening

extension AnsweredQuestion {
  /// The answer with its person, its day and what it came to.
  var words: String {
    let who = (by ?? "nobody is named") + (on.map { ", \($0)" } ?? ", undated")
    let checked =
      verifiedBy.map { "; checked by \($0)" + (verifiedOn.map { ", \($0)" } ?? "") } ?? ""
    let proof = documents.map { "; \($0)" } ?? ""
    return "\"\(answer)\" (\(who)\(checked)\(proof)): \(standing), \(reason)"
  }
}
