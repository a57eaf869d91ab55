import Formats
import Taxonomy

/// Compares one notice with an order, field by field, and says how strong the agreement is.
///
/// What a customer declares, such as a place, can add to the agreement and never takes from it:
/// goods for a tender in one province are ordered to an address in another.
struct TenderComparison {
  let notice: TenderNotice
  /// Of the items in their order; of the title alone where the notice lists none.
  let items: [TenderFeatures]
  let query: TenderQuery
  let lines: [TenderFeatures]
  let products: CodeTree
  let places: CodeTree
  /// What the comparison of names said.
  let awardee: (verdict: TenderMatch.Agreement.Verdict, relation: String)?
  let buyer: TenderMatch.Agreement.Verdict?
  /// A number of the notice that the order's text holds.
  let cited: String?
  /// Whether the two values of each field are told; a first look does without.
  var explains = true

  /// Days before an order within which a notice can be what it serves, and after.
  static let window = (before: 540, after: 120)

  private struct Pair {
    var item: Int
    var line: Int
    var agreement: [TenderMatch.Agreement] = []
    var points = 0
    var quantityAgrees = false
    var isContradicted = false
    /// Nobody knows what the item is, so that it may be the goods of the line.
    var isOpen = false
  }

  func match() -> TenderMatch {
    if let confirmed = notice.confirmedOrder, confirmed == query.order, notice.confirmedBy != nil {
      return TenderMatch(
        notice: notice, strength: .certain,
        agreement: [TenderMatch.Agreement("confirmed by a person", .agrees)], item: nil, line: nil,
        score: 1000)
    }
    let age = notice.published.map { query.date - $0 }
    let isInWindow =
      age.map { $0 <= Self.window.before && $0 >= -Self.window.after } ?? true
    let pair = best()
    var agreement: [TenderMatch.Agreement] = []
    if let cited { agreement.append(TenderMatch.Agreement("number", .agrees, cited)) }
    if let awardee {
      agreement.append(
        TenderMatch.Agreement(
          "awardee", awardee.verdict, awardee.relation == "party" ? nil : awardee.relation))
    }
    if let buyer { agreement.append(TenderMatch.Agreement("buyer", buyer)) }
    agreement.append(
      TenderMatch.Agreement(
        "item", pair.map { $0.isOpen ? .mayAgree : .agrees } ?? .differs,
        pair?.isOpen == true ? "no table knows what the item is" : nil))
    agreement += pair?.agreement ?? [TenderMatch.Agreement("quantity", .differs)]
    agreement.append(
      age.map {
        TenderMatch.Agreement(
          "date", isInWindow ? .agrees : .differs, explains ? Self.words(ofAge: $0) : nil)
      } ?? TenderMatch.Agreement("date", .mayAgree, "the notice has no date"))
    let place = placeAgreement()
    if let place { agreement.append(place) }
    let strength = strength(pair, isInWindow: isInWindow, place)
    return TenderMatch(
      notice: notice, strength: strength, agreement: agreement,
      item: pair.flatMap { notice.items.isEmpty ? nil : $0.item }, line: pair?.line,
      score: score(pair, age, place))
  }

  private static func words(ofAge age: Int) -> String {
    switch age {
    case 0: "on the day of the notice"
    case 1...: "\(age) days after the notice"
    default: "\(-age) days before the notice"
    }
  }

  // MARK: - Items

  /// The item and line that agree best; nil where no item is of a line's family.
  private func best() -> Pair? {
    var best: Pair?
    for (line, wanted) in lines.enumerated() {
      for (item, offered) in items.enumerated() {
        let shares =
          !wanted.models.isEmpty && wanted.models.contains { offered.models.contains($0) }
        guard sameFamily(wanted, offered) || (shares && wanted.families.isEmpty) else { continue }
        let pair = compare(item, offered, line, wanted, sharesModel: shares)
        if best.map({ Self.value(pair) > Self.value($0) }) ?? true { best = pair }
      }
    }
    return best ?? open()
  }

  /// The item of no known family that agrees best, in a notice that a party of the order won.
  private func open() -> Pair? {
    guard awardee?.verdict == .agrees else { return nil }
    var best: Pair?
    for (line, wanted) in lines.enumerated() {
      for (item, offered) in items.enumerated()
      where offered.families.isEmpty || wanted.families.isEmpty {
        var pair = compare(item, offered, line, wanted, sharesModel: false)
        pair.isOpen = true
        if best.map({ Self.value(pair) > Self.value($0) }) ?? true { best = pair }
      }
    }
    return best
  }

  private static func value(_ pair: Pair) -> Int {
    pair.points + (pair.quantityAgrees ? 10 : 0) - (pair.isContradicted ? 3 : 0)
  }

  /// One is the other, or encloses it below the roots of the tree.
  private func sameFamily(_ left: TenderFeatures, _ right: TenderFeatures) -> Bool {
    left.families.contains { mine in
      right.families.contains { other in
        mine == other || encloses(mine, other) || encloses(other, mine)
      }
    }
  }

  private func encloses(_ outer: Int, _ inner: Int) -> Bool {
    guard products.parent(ofNodeAt: outer) != nil else { return false }
    var current = products.parent(ofNodeAt: inner)
    while let index = current {
      if index == outer { return true }
      current = products.parent(ofNodeAt: index)
    }
    return false
  }

  private func compare(
    _ item: Int, _ offered: TenderFeatures, _ line: Int, _ wanted: TenderFeatures,
    sharesModel: Bool
  ) -> Pair {
    var pair = Pair(item: item, line: line)
    comparePack(offered, wanted, &pair)
    if sharesModel {
      pair.agreement.append(TenderMatch.Agreement("product", .agrees))
      pair.points += 2
    }
    comparePrice(offered, wanted, &pair)
    guard !offered.specifications.isEmpty, !wanted.specifications.isEmpty else { return pair }
    let kinds = Set(offered.specifications.map(\.kind)).intersection(
      wanted.specifications.map(\.kind))
    for kind in kinds.sorted() {
      let mine = wanted.specifications.filter { $0.kind == kind }
      let theirs = offered.specifications.filter { $0.kind == kind }
      let common = Set(mine).intersection(theirs)
      pair.agreement.append(
        TenderMatch.Agreement(
          "specification", common.isEmpty ? .differs : .agrees,
          "\(mine[0].number) \(kind)" + (common.isEmpty ? " against \(theirs[0].number)" : "")))
      pair.points += common.isEmpty ? -1 : 1
      if common.isEmpty { pair.isContradicted = true }
    }
    return pair
  }

  private func comparePack(
    _ offered: TenderFeatures, _ wanted: TenderFeatures, _ pair: inout Pair
  ) {
    let samePacks: Bool? =
      if let mine = wanted.pack, let theirs = offered.pack, mine.unit == theirs.unit {
        mine.count == theirs.count
      } else {
        nil
      }
    var totals: Bool?
    if samePacks == false, let mine = wanted.pack, let theirs = offered.pack,
      let quantity = wanted.quantity, let other = offered.quantity,
      let whole = quantity.multiplied(by: mine.count),
      let otherWhole = other.multiplied(by: theirs.count)
    {
      totals = whole == otherWhole
    }
    pair.quantityAgrees =
      totals == true || (offered.quantity != nil && offered.quantity == wanted.quantity)
    pair.agreement.append(
      TenderMatch.Agreement(
        "quantity", pair.quantityAgrees ? .agrees : .differs,
        explains ? words(wanted, offered, agree: pair.quantityAgrees, inAll: totals == true) : nil))
    if pair.quantityAgrees {
      // One instrument is bought every day; four hundred kits are not.
      pair.points += (wanted.quantity ?? .zero) > Self.one ? 2 : 1
    }
    if let samePacks, let mine = wanted.pack, let theirs = offered.pack {
      pair.agreement.append(
        TenderMatch.Agreement(
          "pack", samePacks ? .agrees : .differs,
          explains ? (samePacks ? mine.description : "\(mine) against \(theirs)") : nil))
      pair.points += samePacks ? 1 : totals == true ? 0 : -1
      if !samePacks, totals != true { pair.isContradicted = true }
    }
  }

  private func words(
    _ wanted: TenderFeatures, _ offered: TenderFeatures, agree: Bool, inAll: Bool
  ) -> String {
    if inAll { return "the same in all, packed otherwise" }
    let (mine, theirs) = (
      wanted.quantity?.description ?? "not stated", offered.quantity?.description ?? "not stated"
    )
    return agree ? mine : "\(mine) against \(theirs)"
  }

  private static let one = Decimal(millionths: 1_000_000)

  /// A reseller buys below the price at which it sells to the buyer.
  private func comparePrice(
    _ offered: TenderFeatures, _ wanted: TenderFeatures, _ pair: inout Pair
  ) {
    guard let mine = wanted.price, let theirs = offered.price, mine.amount > .zero,
      theirs.amount > .zero, let currency = mine.currency, currency == theirs.currency,
      let ratio = mine.amount.divided(by: theirs.amount)
    else { return }
    let fits = ratio >= Decimal(millionths: 400_000) && ratio <= Decimal(millionths: 1_050_000)
    let isFar = ratio > Decimal(millionths: 1_300_000) || ratio < Decimal(millionths: 200_000)
    guard fits || isFar else { return }
    pair.agreement.append(
      TenderMatch.Agreement(
        "price", fits ? .agrees : .differs, explains ? "\(mine) against \(theirs)" : nil))
    pair.points += fits ? 1 : -1
  }

  // MARK: - Place

  /// Below the level of countries; nil where one of both states none.
  private func placeAgreement() -> TenderMatch.Agreement? {
    let mine = query.places.filter { $0.utf8.count > 2 }
    let theirs = notice.places.filter { $0.utf8.count > 2 }
    guard let first = mine.first, let other = theirs.first else { return nil }
    for place in mine {
      for their in theirs where places.isWithin(place, their) || places.isWithin(their, place) {
        return TenderMatch.Agreement("place", .agrees, their)
      }
    }
    return TenderMatch.Agreement("place", .differs, "\(first) against \(other)")
  }

  // MARK: - Strength

  private func strength(
    _ pair: Pair?, isInWindow: Bool, _ place: TenderMatch.Agreement?
  ) -> TenderMatch.Strength {
    let party = awardee?.verdict == .agrees || buyer == .agrees
    let mayBeParty = awardee?.verdict == .mayAgree || buyer == .mayAgree
    if cited != nil { return pair != nil || party ? .certain : .strong }
    guard let pair, isInWindow else { return .none }
    if pair.isOpen { return pair.quantityAgrees && !pair.isContradicted ? .moderate : .weak }
    // A notice that lists no item agrees by its title alone.
    let isDated = notice.published != nil
    if party {
      guard pair.quantityAgrees, isDated else { return .moderate }
      return pair.isContradicted ? .moderate : .strong
    }
    var points = pair.points + (place?.agrees == true ? 2 : 0)
    // Somebody else won it, and may have bought from the purchaser.
    if awardee?.verdict == .differs { points -= 2 }
    if mayBeParty { points += 2 }
    if !query.namesEndUser { points += 1 }
    return points >= 2 && (pair.quantityAgrees || points >= 4) ? .moderate : .weak
  }

  private func score(_ pair: Pair?, _ age: Int?, _ place: TenderMatch.Agreement?) -> Int {
    var score = (pair.map { Self.value($0) } ?? 0) * 4
    if awardee?.verdict == .agrees {
      score += 40
    } else if awardee?.verdict == .mayAgree {
      score += 20
    }
    if buyer == .agrees { score += 40 } else if buyer == .mayAgree { score += 20 }
    if cited != nil { score += 200 }
    if place?.agrees == true { score += 10 }
    // The nearest notice is the likeliest; an order follows its award.
    if let age { score += age >= 0 ? max(0, 20 - age / 18) : max(0, 10 + age / 8) }
    return score
  }
}
