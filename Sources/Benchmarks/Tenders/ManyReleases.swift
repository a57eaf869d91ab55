public import Evidence
import Formats

/// Releases of the Open Contracting Data Standard, one a line, the same on every run.
public enum ManyReleases {
  /// The text of so many releases, about two kilobytes each.
  public static func lines(_ notices: [TenderNotice]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(notices.count << 11)
    let description = String(
      repeating: "What is bought is described at the usual length. ", count: 12)
    for (number, notice) in notices.enumerated() {
      text += Array((release(notice, number, description).text() + "\n").utf8)
    }
    return text
  }

  private static func release(
    _ notice: TenderNotice, _ number: Int, _ description: String
  ) -> JSON {
    func money(_ amount: Decimal) -> JSON {
      .object([("amount", JSON(.number(amount.description))), ("currency", .string("CNY"))])
    }
    let items = JSON.array(
      notice.items.enumerated().map { index, item in
        .object([
          ("id", .string(String(index + 1))), ("description", .string(item.description)),
          ("quantity", JSON(.number(item.quantity?.description ?? "1"))),
          (
            "unit",
            .object([
              ("name", .string(item.unit ?? "unit")),
              ("value", money(item.unitPrice?.amount ?? .zero)),
            ])
          ),
          (
            "classification",
            .object([("scheme", .string("CPV")), ("id", .string("33696500"))])
          ),
        ])
      })
    let buyer = JSON.object([
      ("id", .string("b")), ("name", .string(notice.buyer.first ?? "")),
    ])
    var members: [(String, JSON)] = [
      ("ocid", .string("ocds-bench-\(number)")), ("id", .string("\(number)")),
      ("date", .string("\(notice.published?.description ?? "2026-01-01")T00:00:00Z")),
      ("tag", .strings([notice.stage.rawValue])), ("initiationType", .string("tender")),
      (
        "parties",
        .array([
          .object([
            ("id", .string("b")), ("name", .string(notice.buyer.first ?? "")),
            ("roles", .strings(["buyer"])),
            (
              "address",
              .object([
                ("streetAddress", .string("Example road \(number % 977)")),
                ("countryName", .string("China")),
              ])
            ),
          ])
        ])
      ),
      ("buyer", buyer),
      (
        "tender",
        .object([
          ("id", .string("T-\(number)")), ("title", .string(notice.title)),
          ("description", .string(description)),
          ("procuringEntity", .object([("name", .string("Example purchasing agency"))])),
          ("items", items),
        ])
      ),
    ]
    if let awardee = notice.awardees.first {
      members.append(
        (
          "awards",
          .array([
            .object([
              ("id", .string("A")), ("status", .string("active")),
              ("suppliers", .array([.object([("name", .string(awardee))])])), ("items", items),
            ])
          ])
        ))
    }
    return .object(members)
  }
}
