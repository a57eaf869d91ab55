import Facts
import Formats

/// Part 746, and the destinations of comprehensive embargoes.
extension WorksheetAssembly {
  mutating func embargoes() {
    let question = "Does part 746 require a licence for the item to the destination?"
    let cited = [law.citation("us.ear.746ruby"), law.citation("us.ear.736")]
    var inputs = [
      Input("destination", subject.destination),
      Input("HS code", subject.hsCode ?? "not declared"),
    ]
    guard case .value(let rows, let table) = tables.embargoes.read(on: asOf) else {
      add(
        unknown(
          "embargoes.licence", .embargoes, .licence, question,
          "the table of part 746 may not be read", inputs: inputs, cited))
      return
    }
    let groups = self.groups
    inputs.append(
      Input("Country Groups", groups.map { $0.joined(separator: ", ") } ?? "not known"))
    var answer: Truth
    var words: String
    let row = rows.first { $0.country == subject.destination }
    if let row, row.from.map({ asOf < $0 }) ?? false {
      (answer, words) = (
        .isUnknown, "the row for \(row.country) begins later; what stood before is not held here"
      )
    } else if let row {
      (answer, words) = reached(row)
    } else if groups?.contains(where: { $0 == "E:1" || $0 == "E:2" }) == true {
      (answer, words) = (.isUnknown, "in a group of embargoed countries, and no row tells more")
    } else {
      (answer, words) = (
        .isFalse,
        "no row names the destination"
          + (groups == nil ? "; the Country Groups of the day are not held here" : "")
      )
    }
    var citations = cited
    if let row {
      citations.append(Citation(row.citation, verification: row.verification))
    } else {
      citations.append(law.citation("part 746", table))
    }
    add(
      Step(
        "embargoes.licence", .embargoes, .licence, question, scoped(answer), words,
        inputs: inputs, citations: citations))
  }

  private func reached(_ row: EmbargoRow) -> (Truth, String) {
    if row.reachesAllGoods {
      return (.isTrue, "\(row.country): \(row.note)")
    }
    // Every entry of the list is reached there; EAR99 goods by their customs heading.
    if !isBasket, code != nil { return (.isTrue, "\(row.country): items of any ECCN are reached") }
    guard let code = subject.hsCode?.filter(\.isNumber), code.utf8.count >= 4 else {
      return (
        .isUnknown, "\(row.country): goods are reached by customs heading, and none is declared"
      )
    }
    if row.headings.contains(where: { code.hasPrefix($0) }) {
      return (
        .isTrue, "\(row.country): heading \(code.prefix(4)) is among those held here; \(row.note)"
      )
    }
    return (
      .isUnknown,
      "\(row.country): heading \(code.prefix(4)) is not among those held here, which are not all"
    )
  }
}
