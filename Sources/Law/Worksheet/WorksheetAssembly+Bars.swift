import Facts
import Formats

/// What keeps licence exceptions from being used: by party, item, destination, kind and value.
extension WorksheetAssembly {
  struct Met {
    let truth: Truth
    let text: String
  }

  /// Nil where the bar is known not to be met.
  func met(_ bar: ExceptionBar) -> Met? {
    switch bar.bar {
    case .list: return listBar(bar)
    case .reason:
      let met = steps.filter { step in
        step.section == .reasons && step.answer != .isFalse
          && bar.values.contains { step.id.hasPrefix("reasons.\($0)") }
      }
      guard let step = met.first(where: { $0.answer == .isTrue }) ?? met.first else {
        return openReasons(bar)
      }
      return Met(
        truth: step.answer,
        text: step.answer == .isTrue
          ? "\(step.id): \(bar.note)" : "\(bar.note); \(step.id) is unknown")
    case .otherReason: return otherReason(bar)
    case .step:
      let truth = Self.any(bar.values.map { answer($0) })
      return truth == .isFalse ? nil : Met(truth: truth, text: bar.note)
    case .group, .notInGroup, .country, .destination, .exported: return placeBar(bar)
    case .seriesInGroup:
      let isSeries = isOfSeries
      guard isSeries != .isFalse else { return nil }
      guard let groups else { return Met(truth: .isUnknown, text: "Country Groups not known") }
      guard bar.values.contains(where: groups.contains) else { return nil }
      return Met(truth: isSeries, text: bar.note)
    case .category:
      return entryBar(bar) { bar.values.contains(String($0.prefix(1))) }
    case .productGroup:
      return entryBar(bar) { bar.values.contains(String($0.dropFirst().prefix(1))) }
    case .kind:
      guard let kind = subject.kind else {
        return Met(truth: .isUnknown, text: "\(bar.note); the kind of transaction is not known")
      }
      return bar.values.contains(kind)
        ? nil : Met(truth: .isTrue, text: "\(bar.note); this is of the kind \(kind)")
    case .value: return valueBar(bar)
    }
  }

  private func listBar(_ bar: ExceptionBar) -> Met? {
    let matches = (subject.parties ?? []).flatMap(\.matches).filter { bar.values.contains($0.list) }
    guard let match = matches.first(where: \.isCertain) ?? matches.first else {
      if subject.parties != nil, subject.partiesAreComplete { return nil }
      return Met(truth: .isUnknown, text: "\(bar.note); not all parties are known")
    }
    return Met(truth: match.truth, text: "\(match.name) on the \(match.listName): \(bar.note)")
  }

  /// Where the reasons of the entry could not be worked out, nobody knows that one is not among them.
  private func openReasons(_ bar: ExceptionBar) -> Met? {
    let reasons = steps.filter { $0.section == .reasons }
    guard reasons.map(\.id) == ["reasons.licence"], reasons[0].answer == .isUnknown else {
      return nil
    }
    return Met(truth: .isUnknown, text: "\(bar.note); the reasons for control are not known")
  }

  private func placeBar(_ bar: ExceptionBar) -> Met? {
    switch bar.bar {
    case .country:
      return bar.values.contains(subject.destination)
        ? nil : Met(truth: .isTrue, text: bar.note)
    case .destination:
      return bar.values.contains(subject.destination)
        ? Met(truth: .isTrue, text: "\(subject.destination): \(bar.note)") : nil
    case .exported:
      guard let from = subject.exportCountry else {
        return Met(truth: .isUnknown, text: "\(bar.note); no country of export is stated")
      }
      return bar.values.contains(from)
        ? Met(truth: .isTrue, text: "\(bar.note); it leaves from \(from)") : nil
    default:
      guard let groups else { return Met(truth: .isUnknown, text: "Country Groups not known") }
      let isIn = bar.values.contains(where: groups.contains)
      guard isIn == (bar.bar == .group) else { return nil }
      return Met(
        truth: .isTrue,
        text: bar.bar == .group ? "\(subject.destination): \(bar.note)" : bar.note)
    }
  }

  /// Whether a requirement stands, or may stand, for a reason that the exception does not meet.
  private func otherReason(_ bar: ExceptionBar) -> Met? {
    let others = steps.filter { step in
      step.section == .reasons && step.id != "reasons.licence" && step.answer != .isFalse
        && !bar.values.contains(Self.reason(of: step.id))
    }
    guard let other = others.first(where: { $0.answer == .isTrue }) ?? others.first else {
      return nil
    }
    return Met(truth: other.answer, text: "\(bar.note); \(other.id) is \(other.answer.answer)")
  }

  /// `NS` of `reasons.NS-2` and `reasons.NS.2`.
  private static func reason(of id: String) -> String {
    String(id.dropFirst("reasons.".count).prefix { $0 != "-" && $0 != "." })
  }

  private func entryBar(_ bar: ExceptionBar, _ fits: (String) -> Bool) -> Met? {
    guard let code else {
      return isBasket
        ? Met(truth: .isTrue, text: "\(bar.note); EAR99 is no entry")
        : Met(truth: .isUnknown, text: "\(bar.note); no entry is declared")
    }
    return fits(code.entry) ? nil : Met(truth: .isTrue, text: "\(bar.note); \(code.entry) is not")
  }

  private var isOfSeries: Truth { ClassificationCode.isOfSeries(declared) }

  /// The limit that the entry states, against the value of the item in US dollars.
  private func valueBar(_ bar: ExceptionBar) -> Met? {
    guard let code, let entry = tables.classifications.value?[code.entry],
      let stated = entry.exceptions[bar.exception], stated.hasPrefix("$"),
      let limit = Decimal(String(stated.dropFirst()))
    else {
      return Met(truth: .isUnknown, text: "the entry states its limit in words; \(bar.note)")
    }
    guard let value = subject.value else {
      return Met(
        truth: .isUnknown, text: "the limit is \(stated), and the value in US dollars is not known")
    }
    return value > limit
      ? Met(truth: .isTrue, text: "the value is $\(value), and the limit \(stated)") : nil
  }
}
