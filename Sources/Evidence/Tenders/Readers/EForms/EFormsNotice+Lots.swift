import Formats

extension EFormsNotice {
  /// Each lot is an item; a notice without lots is one item itself.
  mutating func readLots(
    _ project: XMLElement?, _ language: String?, _ notice: inout TenderNotice
  ) {
    notice.budget = money(
      project?.first("RequestedTenderTotal", "EstimatedOverallContractAmount"))
    if notice.budget != nil { notice.locate("budget", place(project)) }
    notice.method = root.first("TenderingProcess", "ProcedureCode")?.words
    for lot in root.children("ProcurementProjectLot") {
      guard lot.child("ID")?.attribute("schemeName") != "LotsGroup" else { continue }
      let process = lot.child("TenderingProcess")
      if notice.deadline == nil, let day = deadline(process) {
        notice.deadline = day
        notice.locate("deadline", place(process))
      }
      guard let part = lot.child("ProcurementProject") else { continue }
      if let item = item(part, language, lot: lot.child("ID")?.words) { notice.items.append(item) }
      if notice.deliveryPlace == nil {
        notice.deliveryPlace = EFormsOrganizations.line(part.first("RealizedLocation", "Address"))
      }
    }
    if notice.items.isEmpty, let project, let item = item(project, language, lot: nil) {
      notice.items.append(item)
    }
    notice.deliveryPlace =
      notice.deliveryPlace
      ?? EFormsOrganizations.line(project?.first("RealizedLocation", "Address"))
  }

  /// The last day for offers; in procedures of two steps, for requests to take part, or to say that
  /// one would.
  private mutating func deadline(_ process: XMLElement?) -> CivilDate? {
    day(process?.first("TenderSubmissionDeadlinePeriod", "EndDate"))
      ?? day(process?.first("ParticipationRequestReceptionPeriod", "EndDate"))
      ?? day(
        process?.all("UBLExtensions", "UBLExtension", "ExtensionContent", "EformsExtension").first?
          .first("InterestExpressionReceptionPeriod", "EndDate"))
  }

  private mutating func item(
    _ project: XMLElement, _ language: String?, lot: String?
  ) -> TenderItem? {
    let description = text(project.children("Description"), language)
    guard let name = text(project.children("Name"), language) ?? description else { return nil }
    let measure = project.child("EstimatedOverallContractQuantity")
    var quantity: Decimal?
    if let measure, let words = measure.words {
      quantity = Decimal(words)
      if quantity == nil || quantity.map({ $0 < .zero }) == true {
        quantity = nil
        fault(
          "EVD079", "\(NoticeText.quoted(words)) is no quantity", "fetch the notice again",
          measure.line)
      }
    }
    var item = TenderItem(
      description: name, quantity: quantity, unit: measure?.attribute("unitCode"),
      // A file is often one line: the lot says more than the line.
      place: (lot.map { $0 + ", " } ?? "") + place(project))
    if let unit = item.unit, knowledge.terms.unit(unit) == "not-a-unit" {
      fault("EVD080", "`\(unit)` is no unit of a quantity", "correct it", project.line)
      item.quantity = nil
      item.unit = nil
    }
    item.lot = lot
    if let description, description != name { item.specification = description }
    item.pack = PackReader(terms: knowledge.terms).pack(in: item.words)
    item.totalPrice = money(
      project.first("RequestedTenderTotal", "EstimatedOverallContractAmount"))
    for part in ["MainCommodityClassification", "AdditionalCommodityClassification"] {
      for code in project.all(part, "ItemClassificationCode") {
        guard let words = code.words else { continue }
        let text = (code.attribute("listName") ?? "cpv").uppercased() + " " + words
        if !item.classifications.contains(text) { item.classifications.append(text) }
      }
    }
    return item
  }

  /// Lots that were closed without a winner are not part of an award.
  private func drop(_ closed: Set<String>, _ notice: inout TenderNotice) {
    guard notice.stage == .award || notice.stage == .contract else { return }
    let kept = notice.items.filter { item in item.lot.map { !closed.contains($0) } ?? true }
    if !kept.isEmpty { notice.items = kept }
  }

  /// Who won: the parties of tenders for which a contract was settled; others made offers.
  mutating func readResult(_ notice: inout TenderNotice) {
    guard let result = extension_?.child("NoticeResult") else { return }
    let outcomes = result.children("LotResult").map { $0.child("TenderResultCode")?.words }
    // BT-142: every lot is closed and nobody was chosen.
    if notice.stage == .award, !outcomes.isEmpty, outcomes.allSatisfy({ $0 == "clos-nw" }) {
      notice.stage = .cancellation
    }
    drop(
      Set(
        result.children("LotResult").filter { $0.child("TenderResultCode")?.words == "clos-nw" }
          .flatMap { $0.all("TenderLot", "ID").compactMap(\.words) }), &notice)
    notice.awarded = money(result.child("TotalAmount"))
    if notice.awarded != nil { notice.locate("awarded", place(result.child("TotalAmount"))) }
    let settled = Set(
      result.children("SettledContract").flatMap { $0.all("LotTender", "ID").compactMap(\.words) })
    var parties: [String: [String]] = [:]
    for party in result.children("TenderingParty") {
      guard let id = party.child("ID")?.words else { continue }
      parties[id] = party.all("Tenderer", "ID").compactMap(\.words)
    }
    let chosen = Set(
      result.children("LotResult").filter { $0.child("TenderResultCode")?.words == "selec-w" }
        .flatMap { $0.all("LotTender", "ID").compactMap(\.words) })
    let tenders = result.children("LotTender")
    var settledAmounts: [(money: TenderMoney, place: String)] = []
    for tender in tenders {
      guard let id = tender.child("ID")?.words else { continue }
      let isFirst = tender.child("RankCode")?.words.map { $0 == "1" } ?? (tenders.count == 1)
      let isAwarded = settled.isEmpty ? chosen.contains(id) && isFirst : settled.contains(id)
      let amount = money(tender.first("LegalMonetaryTotal", "PayableAmount"))
      let lots = tender.all("TenderLot", "ID").compactMap(\.words)
      for reference in tender.all("TenderingParty", "ID").compactMap(\.words) {
        let members = parties[reference] ?? []
        for organization in members {
          guard let body = organizations.body(organization) else {
            fault(
              "EVD075", "the tenderer `\(organization)` is not among the organisations",
              "fetch the notice again", tender.line)
            continue
          }
          notice.locate(
            isAwarded ? "awardees" : "bidders",
            "\(organization) (line \(organizations.line(organization) ?? tender.line))")
          notice.suppliers.append(
            TenderSupplier(
              // What several ask for together is no one's alone.
              body: body, isAwarded: isAwarded, amount: members.count == 1 ? amount : nil,
              lots: lots))
        }
      }
      // What was estimated of a lot is no longer its price.
      if isAwarded, let lot = lots.first, lots.count == 1,
        notice.items.count(where: { $0.lot == lot }) == 1,
        let item = notice.items.firstIndex(where: { $0.lot == lot })
      {
        notice.items[item].totalPrice = amount
      }
      if isAwarded, let amount { settledAmounts.append((amount, place(tender))) }
    }
    if notice.awarded == nil, let first = settledAmounts.first,
      settledAmounts.allSatisfy({ $0.money.currency == first.money.currency })
    {
      let sum = settledAmounts.dropFirst().reduce(first.money.amount as Decimal?) {
        $0?.adding($1.money.amount)
      }
      notice.awarded = sum.map { TenderMoney(amount: $0, currency: first.money.currency) }
      if notice.awarded != nil { notice.locate("awarded", first.place) }
    }
    for contract in result.children("SettledContract") {
      notice.awardedOn =
        notice.awardedOn ?? day(contract.child("AwardDate")) ?? day(contract.child("IssueDate"))
    }
    // The schema demands a date here, and 2000-01-01 stands for none.
    if notice.awardedOn == nil, let day = day(root.first("TenderResult", "AwardDate")),
      day > CivilDate(dayNumber: 10_957)
    {
      notice.awardedOn = day
    }
  }
}
