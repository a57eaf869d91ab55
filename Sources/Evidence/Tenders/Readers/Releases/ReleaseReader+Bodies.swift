import Formats

extension ReleaseReader {
  mutating func readBuyer(
    _ release: JSON, _ tender: JSON?, _ parties: ReleaseParties, _ notice: inout TenderNotice
  ) {
    if let buyer = release["buyer"], let body = body(buyer, parties) {
      notice.buyers = [body]
      notice.locate("buyer", full("buyer"))
    } else {
      let named = parties.all(with: "buyer")
      notice.buyers = named.compactMap { body($0.party, parties) }
      if let first = named.first { notice.locate("buyer", full("parties[\(first.index)]")) }
    }
    var entities = [(tender?["procuringEntity"], "tender.procuringEntity")]
    entities += parties.all(with: "procuringEntity").map { ($0.party, "parties[\($0.index)]") }
    for (entity, place) in entities where notice.agency == nil {
      guard let body = entity.flatMap({ body($0, parties) }),
        !notice.buyers.contains(where: { !Set($0.names).isDisjoint(with: body.names) })
      else { continue }
      notice.agency = body
      notice.locate("agency", full(place))
    }
    if notice.buyers.isEmpty {
      fault(
        "EVD052",
        notice.agency == nil
          ? "no buyer is stated"
          : "no buyer is stated; the procuring entity \(NoticeText.quoted(notice.agency?.name ?? "")) is not taken for it",
        "look at other releases of the procurement, which are joined by its ocid", "buyer")
    }
  }

  private func body(_ reference: JSON, _ parties: ReleaseParties) -> TenderBody? {
    let party = parties.party(reference["id"]) ?? reference
    var names: [String] = []
    for name in [
      reference["name"]?.string, party["name"]?.string, party["identifier"]?["legalName"]?.string,
    ].compactMap({ $0.map(NoticeText.trimmed) }) where !name.isEmpty && !names.contains(name) {
      names.append(name)
    }
    guard !names.isEmpty else { return nil }
    let address = party["address"]
    let parts = ["streetAddress", "locality", "region", "postalCode", "countryName"]
      .compactMap { address?[$0]?.string }.filter { !$0.isEmpty }
    let identifiers = ([party["identifier"]] + (party["additionalIdentifiers"]?.array ?? []))
      .compactMap { identifier -> String? in
        guard let id = ReleaseReader.plain(identifier?["id"]) else { return nil }
        return [identifier?["scheme"]?.string, id].compactMap { $0 }.joined(separator: " ")
      }
    return TenderBody(
      names: names, country: country(address),
      address: parts.isEmpty ? nil : parts.joined(separator: ", "),
      identifiers: identifiers)
  }

  private func country(_ address: JSON?) -> String? {
    if let code = address?["country"]?.string ?? address?["countryCode"]?.string,
      code.utf8.count == 2
    {
      return code.uppercased()
    }
    guard let name = address?["countryName"]?.string, !name.isEmpty else { return nil }
    if name.utf8.count == 2 { return name.uppercased() }
    return knowledge.places(in: name).first { $0.utf8.count == 2 }
  }

  mutating func readSuppliers(
    _ release: JSON, _ tender: JSON?, _ awards: [(JSON, String)], _ parties: ReleaseParties,
    _ notice: inout TenderNotice
  ) {
    for (award, place) in awards {
      let status = award["status"]?.string
      let isAwarded = status != "cancelled" && status != "unsuccessful"
      let suppliers = objects(award["suppliers"], place + ".suppliers")
      let amount = money(award["value"], place + ".value")
      for (supplier, _) in suppliers {
        guard let body = body(supplier, parties) else { continue }
        notice.suppliers.append(
          TenderSupplier(
            body: body, isAwarded: isAwarded, amount: suppliers.count == 1 ? amount : nil,
            lots: award["relatedLots"]?.strings ?? []))
        if isAwarded { notice.locate("awardees", full(place + ".suppliers")) }
      }
      if isAwarded { notice.awardedOn = notice.awardedOn ?? day(award["date"], place + ".date") }
    }
    var offering = objects(tender?["tenderers"], "tender.tenderers").map(\.0)
    for (bid, place) in objects(release["bids"]?["details"], "bids.details") {
      offering += objects(bid["tenderers"], place + ".tenderers").map(\.0)
    }
    offering += parties.all(with: "tenderer").map(\.party)
    for tenderer in offering {
      guard let body = body(tenderer, parties),
        !notice.suppliers.contains(where: { !Set($0.body.names).isDisjoint(with: body.names) })
      else { continue }
      notice.suppliers.append(TenderSupplier(body: body, isAwarded: false))
      notice.locate("bidders", full("tender.tenderers"))
    }
    // Some releases of awards name the supplier among the parties alone.
    if notice.stage == .award || notice.stage == .contract, notice.awardees.isEmpty, awards.isEmpty
    {
      for (party, index) in parties.all(with: "supplier") {
        guard let body = body(party, parties) else { continue }
        notice.suppliers.append(TenderSupplier(body: body, isAwarded: true))
        notice.locate("awardees", full("parties[\(index)]"))
      }
    }
  }
}
