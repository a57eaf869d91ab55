import Dossier
import Evidence
import Formats

/// Which accepted claims do not fit each other, so that each names the other in the corpus.
struct AcceptedContradictions {
  /// By report and proposal, the claims that do not fit.
  private var others: [[String: Set<String>]]

  /// Those of the contradictions of which both sides are accepted.
  init(
    _ contradictions: [Contradiction], of reports: [IngestedReport], _ chosen: [[ClaimProposal]]
  ) throws(CommandFailure) {
    others = reports.map { _ in [:] }
    let accepted = chosen.map { Set($0.map(\.id)) }
    do throws(Diagnostic) {
      for contradiction in contradictions {
        let (left, right) = (contradiction.left, contradiction.right)
        guard accepted[left.report].contains(left.proposal),
          accepted[right.report].contains(right.proposal)
        else { continue }
        for (side, other) in [(left, right), (right, left)] {
          let source = try AcceptedReport.sourceID(of: reports[other.report])
          others[side.report][side.proposal, default: []].insert(
            AcceptedReport.claimID(other.proposal, source: source))
        }
      }
    } catch {
      throw CommandFailure(.invalidInput, [error.line])
    }
  }

  /// By proposal of a report, the claims that do not fit it, sorted.
  func claims(against report: Int) -> [String: [String]] {
    others[report].mapValues { $0.sorted() }
  }

  /// Throws where a claim would go that a claim of another source in the corpus names as what
  /// contradicts it: the corpus could not be read any more, and the contradiction would be lost.
  static func keepWhatOthersName(
    in corpus: String, replacedBy accepted: [AcceptedReport], home: String?
  ) throws(CommandFailure) {
    guard FileReader.isFolder(corpus + "/claims") else { return }
    let replaced = Set(accepted.map(\.sourceID))
    let kept = Set(accepted.flatMap { $0.claims.compactMap { $0["id"]?.string } })
    var library = try Session.knowledge(try HomeFolder(option: home)).evidence
    do throws(Diagnostic) {
      try library.addCorpus(folder: corpus)
      let lost = Set(library.claims.filter { replaced.contains($0.source) }.map(\.id))
        .subtracting(kept)
      for claim in library.claims where !replaced.contains(claim.source) {
        guard let other = claim.contradicts.first(where: lost.contains) else { continue }
        throw Diagnostic(
          "EVD135",
          "`\(other)` would go from the corpus, and `\(claim.id)` names it as a contradiction",
          remedy: "accept it as well, or accept both reports together", file: corpus)
      }
    } catch {
      throw CommandFailure(.invalidInput, [error.line])
    }
  }
}
