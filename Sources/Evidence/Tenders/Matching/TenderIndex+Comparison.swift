import Names
import Taxonomy

extension TenderIndex {
  /// Compares one notice with an order in full.
  func compare(
    _ notice: Int, _ query: TenderQuery, _ lines: [TenderFeatures], _ hits: [Int: Hit],
    _ cited: String?, explains: Bool
  ) -> TenderMatch {
    var awardee: (verdict: TenderMatch.Agreement.Verdict, relation: String)?
    var buyer: TenderMatch.Agreement.Verdict?
    if notices[notice].suppliers.contains(where: \.isAwarded) {
      awardee = (.differs, "party")
    }
    for place in Int(bodyStarts[notice])..<Int(bodyStarts[notice + 1]) {
      let entry = bodiesOfNotice[place]
      guard let hit = hits[Int(entry.body)], hit.verdict != .different else { continue }
      let verdict: TenderMatch.Agreement.Verdict = hit.verdict == .same ? .agrees : .mayAgree
      if entry.buys {
        if buyer != .agrees { buyer = verdict }
      } else if awardee?.verdict != .agrees {
        awardee = (verdict, hit.relation)
      }
    }
    let first = Int(starts[notice])
    let items = (first..<Int(starts[notice + 1])).map {
      readings.features(ofLine: $0, at: $0 - first, in: notices[notice])
    }
    return TenderComparison(
      notice: notices[notice], items: items, query: query, lines: lines,
      products: reader.products, places: knowledge.taxonomy.places, awardee: awardee,
      buyer: buyer, cited: cited, explains: explains
    ).match()
  }
}
