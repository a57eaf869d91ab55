import Dossier
import Evidence
import Facts
import Formats
import Law
import Trade

extension ExportDeclaration {
  init(_ dossier: Dossier, company: Company, _ law: LawTables) {
    let order = dossier.order
    reference = order.reference
    asOf = dossier.asOf
    leavesUnitedStates = order.countryOfExport.map { Truth($0 == "US") } ?? .isUnknown
    elements = Self.elements(dossier, company)
    lines = dossier.lines.indices.map { index in
      DeclaredLine(dossier, index, law).line
    }
  }

  private static func elements(_ dossier: Dossier, _ company: Company) -> [Element] {
    let order = dossier.order
    func party(_ role: PartyRole) -> PartyReading? {
      dossier.parties.first { $0.basis == .declared && $0.roles.contains(role) }
    }
    func words(_ party: PartyReading) -> String {
      ([party.name] + party.addresses.prefix(1) + party.countries.prefix(1)).joined(separator: ", ")
    }
    let exporter = party(.exporter)
    let seller = company.isUSPerson == true ? company.name : nil
    let consignee = party(.ultimateConsignee)
    return [
      Element(
        "US principal party in interest", exporter.map(words) ?? seller, "15 CFR 30.6(a)(1)",
        note: exporter == nil && seller != nil ? "as company.json names the seller" : nil),
      Element(
        "its identification number", exporter?.identifiers.first, "15 CFR 30.6(a)(1)(iii)",
        note: "the number under which it files"),
      Element(
        "date of export", order.requestedShipDate?.description, "15 CFR 30.6(a)(2)",
        note: "as the requested day of shipment"),
      Element("ultimate consignee", consignee.map(words), "15 CFR 30.6(a)(3)"),
      Element(
        "type of the ultimate consignee", order.ultimateConsigneeType.map(typeWords),
        "15 CFR 30.6(a)(28)"),
      Element(
        "country of ultimate destination", order.countryOfUltimateDestination,
        "15 CFR 30.6(a)(5)"),
      Element("US state of origin", nil, "15 CFR 30.6(a)(4)", note: "an order does not hold it"),
      Element("mode of transport", nil, "15 CFR 30.6(a)(6)", note: "an order does not hold it"),
      Element("port of export", nil, "15 CFR 30.6(a)(9)", note: "an order does not hold it"),
      Element(
        "intermediate consignee", party(.intermediateConsignee).map(words), "15 CFR 30.6(b)(2)",
        isConditional: true),
      Element(
        "authorised agent", party(.freightForwarder).map(words), "15 CFR 30.6(b)(1)",
        isConditional: true),
    ]
  }

  private static func typeWords(_ type: UltimateConsigneeType) -> String {
    switch type {
    case .directConsumer: "D, direct consumer"
    case .governmentEntity: "G, government entity"
    case .reseller: "R, reseller"
    case .otherOrUnknown: "O, other or unknown"
    }
  }
}

/// One line of a declaration.
private struct DeclaredLine {
  private typealias Element = ExportDeclaration.Element
  private typealias Reason = ExportDeclaration.Reason

  private let dossier: Dossier
  private let index: Int
  private let law: LawTables
  private var item: OrderLine { dossier.lines[index].line }
  private var sheet: Worksheet { dossier.worksheets[index] }
  private var licences: [Authorisation] { dossier.licences[index] }
  private var exceptions: [ExceptionUse] { dossier.exceptions[index] }

  init(_ dossier: Dossier, _ index: Int, _ law: LawTables) {
    self.dossier = dossier
    self.index = index
    self.law = law
  }

  var line: ExportDeclaration.Line {
    let (code, number, note) = authority
    let origin = item.countryOfOrigin.map { $0 == "US" ? "D, domestic" : "F, foreign (\($0))" }
    let customs = item.hsCode?.filter(\.isNumber) ?? ""
    return ExportDeclaration.Line(
      number: item.number,
      elements: [
        Element(
          "Schedule B or HTSUS number", customs.utf8.count == 10 ? customs : nil,
          "15 CFR 30.6(a)(12)",
          note: customs.isEmpty
            ? "no heading is declared"
            : customs.utf8.count == 10
              ? nil : "declared to \(customs.utf8.count) digits: \(customs)"),
        Element("description", item.description, "15 CFR 30.6(a)(13)"),
        Element(
          "quantity", item.unit.map { "\(item.quantity) \($0)" }, "15 CFR 30.6(a)(15)",
          note: item.unit == nil ? "the unit is not stated" : nil),
        Element(
          "value", value.map { "\($0) USD" }, "15 CFR 30.6(a)(17)",
          note: value == nil ? "no unit price in US dollars is stated" : nil),
        Element("domestic or foreign", origin, "15 CFR 30.6(a)(11)"),
        Element(
          "ECCN", item.eccn, "15 CFR 30.6(b)(6), 758.1(g)",
          isConditional: note == Self.noLicence && !isControlledFurther),
        Element("licence code", code, "15 CFR 30.6(a)(23)", note: note),
        Element(
          "licence number", number, "15 CFR 30.6(b)(5), 758.1(g)",
          isConditional: licences.isEmpty && exceptions.isEmpty),
      ], reasons: reasons)
  }

  private var value: Decimal? { value(of: item) }

  private func value(of line: OrderLine) -> Decimal? {
    guard dossier.order.currency == "USD" else { return nil }
    return line.unitPrice?.multiplied(by: line.quantity)
  }

  /// Whether the lines of this line's Schedule B number are worth more together. One of which the
  /// number is not declared whole may be of the same.
  private func isAbove(_ limit: Decimal) -> Truth {
    func digits(_ line: OrderLine) -> String { line.hsCode?.filter(\.isNumber) ?? "" }
    let own = digits(item)
    var (certain, possible) = (Decimal.zero, Decimal.zero)
    var isKnown = true
    for (place, reading) in dossier.lines.enumerated() {
      let other = digits(reading.line)
      guard place == index || own.hasPrefix(other) || other.hasPrefix(own) else { continue }
      guard let value = value(of: reading.line) else {
        isKnown = false
        continue
      }
      guard let sum = possible.adding(max(value, .zero)) else { return .isUnknown }
      possible = sum
      if place == index || own == other && own.utf8.count == 10 {
        certain = certain.adding(max(value, .zero)) ?? certain
      }
    }
    if certain > limit { return .isTrue }
    return isKnown && possible <= limit ? .isFalse : .isUnknown
  }

  private func code(_ kind: DeclarationCode.Kind, _ symbol: String = "") -> String? {
    guard case .value(let codes, _) = law.declarationCodes.read(on: dossier.asOf) else {
      return nil
    }
    return codes.first { $0.kind == kind && $0.symbol == symbol }.map {
      "\($0.code), \($0.words)"
    }
  }

  private static let noLicence = "NLR"

  /// Steps that a licence may be required at, which no licence on record meets.
  private func steps(_ answer: Truth) -> [String] {
    sheet.steps.filter { step in
      step.nature == .licence && step.answer == answer && step.section != .otherRegimes
    }.map(\.id)
  }

  private var authority: (code: String?, number: String?, note: String?) {
    let american = licences.filter { !$0.covers.allSatisfy { $0 == .europeanAnnex } }
    if let first = american.first {
      return (
        code(.licence), american.map(\.number).joined(separator: ", "),
        "by \(first.authority), until \(first.expires)" + unmet(by: american)
      )
    }
    // A recorded exception meets reasons for control and nothing else.
    let met = exceptions.isEmpty ? "" : "reasons."
    let required = steps(.isTrue).filter { met.isEmpty || !$0.hasPrefix(met) }
    if !required.isEmpty {
      return (
        nil, nil,
        "a licence is required at \(required.joined(separator: ", ")), and none on record is used; "
          + "an exception is told by its symbol, once a person recorded it and another reviewed it"
      )
    }
    let open = steps(.isUnknown).filter { met.isEmpty || !$0.hasPrefix(met) }
    if open.isEmpty, let use = exceptions.first {
      let code = code(.exception, use.exception)
      return (
        code, use.exception,
        "as \(use.recordedBy) recorded on \(use.date) and \(use.reviewedBy ?? "nobody") reviewed"
          + (code == nil ? "; its code is not in the table held here" : "")
      )
    }
    if !open.isEmpty {
      return (nil, nil, "whether a licence is required is open at \(open.joined(separator: ", "))")
    }
    return (code(.none), nil, Self.noLicence)
  }

  /// What the licences that are used leave to be met, in words; empty where nothing is left.
  private func unmet(by used: [Authorisation]) -> String {
    let met = Set(used.flatMap(\.covers).map(\.step))
    func left(_ answer: Truth) -> String {
      steps(answer).filter { step in
        !met.contains { $0 == step || $0 == "reasons.licence" && step.hasPrefix("reasons.") }
      }.joined(separator: ", ")
    }
    let (required, open) = (left(.isTrue), left(.isUnknown))
    return
      (required.isEmpty
      ? "" : "; a licence is required at \(required) too, and none on record meets that")
      + (open.isEmpty ? "" : "; whether one is required is open at \(open)")
  }

  /// Whether the entry has a reason for control beside anti-terrorism.
  private var isControlledFurther: Bool {
    guard let declared = item.eccn, let code = ClassificationCode(declared),
      let entry = law.classifications.value?[code.entry]
    else { return false }
    return entry.controls.contains { $0.reason != "AT" && $0.applies(to: code) != .isFalse }
  }

  // MARK: - Why a filing is mandatory

  private var reasons: [Reason] {
    let destination = dossier.order.countryOfUltimateDestination
    let isListedItem = ClassificationCode.isListed(item.eccn)
    var isAlwaysDeclared: Truth = .isUnknown
    if case .value(let countries, _) = law.declaredDestinations.read(on: dossier.asOf) {
      isAlwaysDeclared = Truth(countries.contains(destination))
    }
    var groups: Truth = .isUnknown
    if case .value(let table, _) = law.groups.read(on: dossier.asOf) {
      let own = table.groups(of: destination)
      groups = Truth(own.contains("E:1") || own.contains("E:2"))
    }
    let series = ClassificationCode.isOfSeries(item.eccn)
    return [
      Reason(
        words: "the value under its Schedule B number is above 2,500 US dollars",
        answer: isAbove(Decimal(millionths: 2_500_000_000)), citation: "15 CFR 30.37(a)"),
      Reason(
        words: "it leaves under a licence", answer: Truth(!licences.isEmpty),
        citation: "15 CFR 758.1(b)(2)"),
      Reason(
        words: "it leaves under licence exception STA",
        answer: Truth(exceptions.contains { $0.exception == "STA" }), citation: "15 CFR 758.1(b)"),
      Reason(
        words: "the destination is in Country Group E:1 or E:2", answer: groups,
        citation: "15 CFR 758.1(b)(1)"),
      Reason(
        words: "it is of the 600 series or of 9x515", answer: series,
        citation: "15 CFR 758.1(b)(3)"),
      Reason(
        words: "a party is on the Unverified List", answer: sheet.answer("end-users.unverified"),
        citation: "15 CFR 758.1(b)(8)"),
      Reason(
        words: "it is on the Commerce Control List and goes to China, Russia or Venezuela",
        answer: isListedItem.and(isAlwaysDeclared),
        citation: "15 CFR 758.1(b)(10)"),
    ]
  }
}
