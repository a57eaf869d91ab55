import Formats

/// A tender as the Prozorro system of Ukraine gives it out, brought into the form of a release: the
/// two share the names of most fields, but who is the procuring entity there is the buyer.
struct ProzorroTender {
  let release: JSON
  private let prefix: String

  static func recognises(_ json: JSON) -> Bool {
    let tender = json["data"] ?? json
    return tender["tenderID"]?.string != nil && tender["procuringEntity"] != nil
  }

  /// Nil where the value is no tender of this kind.
  init?(_ json: JSON) {
    guard ProzorroTender.recognises(json), let tender = json["data"] ?? Optional(json),
      let number = tender["tenderID"]?.string
    else { return nil }
    prefix = json["data"] == nil ? "" : "data."
    var members: [(String, JSON)] = [
      ("ocid", .string(number)), ("id", .string(tender["id"]?.string ?? number)),
      ("language", .string("uk")),
      (
        "tender",
        // `id` is the system's own; people cite `tenderID`.
        .object(
          (tender.members ?? []).filter { $0.key != "id" }.map { ($0.key, $0.value) }
            + [("id", .string(number))])
      ),
    ]
    func copy(_ name: String, as other: String) {
      if let value = tender[name], !value.isNull { members.append((other, value)) }
    }
    if tender["dateModified"] == nil { copy("date", as: "date") }
    copy("dateModified", as: "date")
    copy("procuringEntity", as: "buyer")
    copy("awards", as: "awards")
    copy("contracts", as: "contracts")
    release = .object(members)
  }

  /// Paths as they are in the source.
  func relocate(_ notice: inout TenderNotice) {
    func path(_ place: String) -> String {
      if place.hasPrefix("tender.") { return prefix + place.dropFirst("tender.".count) }
      if place == "buyer" { return prefix + "procuringEntity" }
      return prefix + place
    }
    notice.locators = notice.locators.map { TenderNotice.Locator($0.field, path($0.place)) }
    for index in notice.items.indices {
      notice.items[index].place = path(notice.items[index].place)
    }
  }
}
