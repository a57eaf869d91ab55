import Evidence
import Formats
import Memos

/// What `ingest tender` prints: each notice with the place of each field, and what was not read.
struct TenderReport {
  private let readings: [TenderReading]
  private let knowledge: TenderKnowledge
  private let processes: TenderProcesses
  private let notices: [TenderNotice]

  /// More notices than this are counted and not printed; `--output ndjson` gives all.
  private static let printed = 200

  init(_ readings: [TenderReading], _ knowledge: TenderKnowledge) {
    self.readings = readings
    self.knowledge = knowledge
    notices = readings.flatMap(\.notices)
    processes = TenderProcesses(notices)
  }

  var text: String {
    var lines: [String] = []
    var left = TenderReport.printed
    for reading in readings {
      lines.append(
        [
          visible(reading.file), reading.format?.rawValue ?? "no notice recognised",
          count(reading.notices.count, "notice"),
          reading.faults.count == 0
            ? "all of it was read" : "\(count(reading.faults.count, "place")) not read",
        ].joined(separator: " · "))
      for notice in reading.notices.prefix(left) { lines += self.lines(of: notice) }
      if reading.notices.count > left {
        lines.append("  … \(reading.notices.count - left) more; --output ndjson gives all")
      }
      left = max(0, left - reading.notices.count)
      for fault in reading.faults.diagnostics.prefix(50) {
        lines.append("  ! \(visible(fault.line))")
      }
      if reading.faults.count > 50 {
        lines.append("  ! \(reading.faults.count - 50) more")
      }
    }
    for group in processes.groups.prefix(TenderReport.printed) where group.count > 1 {
      let stages = group.map {
        "\(notices[$0].stage.rawValue) \(notices[$0].published.map(\.description) ?? "without a date")"
      }
      let reason = group.lazy.map { processes.membership[$0].reason }.first { $0 != "alone" } ?? ""
      lines.append("one procurement by \(visible(reason)): " + stages.joined(separator: ", "))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }

  private func lines(of notice: TenderNotice) -> [String] {
    var lines = ["\(notice.stage.rawValue) · \(visible(notice.id))"]
    func add(_ name: String, _ value: String?, _ field: String) {
      guard let value, !value.isEmpty else { return }
      let place = notice.locators.first { $0.field == field }?.place
      let label = name + String(repeating: " ", count: max(1, 14 - name.count))
      lines.append("  \(label)\(visible(value))" + (place.map { "  [\(visible($0))]" } ?? ""))
    }
    add("title", notice.title, "title")
    add("published", notice.published?.description ?? "not stated", "published")
    for buyer in notice.buyers { add("buyer", words(of: buyer), "buyer") }
    if notice.buyers.isEmpty { add("buyer", "not stated", "buyer") }
    add("agency", notice.agency?.name, "agency")
    add("number", notice.projectNumber, "projectNumber")
    add("also", notice.processNumbers.joined(separator: ", "), "processNumbers")
    add("place", notice.places.joined(separator: ", "), "place")
    add("method", notice.method, "method")
    for supplier in notice.suppliers {
      add(
        supplier.isAwarded ? "awardee" : "bidder",
        supplier.body.names.joined(separator: " / ")
          + (supplier.amount.map { ", \($0)" } ?? ""),
        supplier.isAwarded ? "awardees" : "bidders")
    }
    for (number, item) in notice.items.enumerated() {
      add("item \(number + 1)", words(of: item) + "  [\(item.place)]", "")
    }
    add("budget", notice.budget?.description, "budget")
    add("ceiling", notice.ceiling?.description, "ceiling")
    add("award", notice.awarded?.description, "awarded")
    add("imports", notice.importsAllowed.map { $0 ? "allowed" : "not allowed" }, "importsAllowed")
    add("deadline", notice.deadline?.description, "deadline")
    add("awarded on", notice.awardedOn?.description, "awardedOn")
    add("expected", notice.expected.map { "\($0.lowerBound) to \($0.upperBound)" }, "expected")
    add("delivery", notice.deliveryPlace, "deliveryPlace")
    for change in notice.corrections {
      add("changed", "\(change.field): \(change.before) → \(change.after)", "corrections")
    }
    return lines
  }

  private func words(of body: TenderBody) -> String {
    let reading = knowledge.reading(of: body)
    let what = [
      reading.functions.joined(separator: ", "), reading.level ?? "", reading.places.first ?? "",
    ]
    .filter { !$0.isEmpty }
    return body.names.joined(separator: " / ")
      + (what.isEmpty ? "" : " (\(what.joined(separator: "; ")))")
  }

  private func words(of item: TenderItem) -> String {
    var parts = [item.description]
    if let brand = item.brand { parts.append("brand \(brand)") }
    if let model = item.model { parts.append("model \(model)") }
    parts.append(
      item.quantity.map { "\($0) \(item.unit ?? "units")" } ?? "quantity not stated")
    if let pack = item.pack { parts.append("\(pack) each") }
    if let price = item.unitPrice { parts.append("at \(price)") }
    if let price = item.totalPrice { parts.append("\(price) in all") }
    if let flag = item.importsAllowed { parts.append(flag ? "imports allowed" : "no imports") }
    return parts.joined(separator: ", ")
  }

  var json: JSON {
    .object([
      (
        "files",
        .array(
          readings.map { reading in
            .object([
              ("file", .string(reading.file)), ("format", .optional(reading.format?.rawValue)),
              ("notices", .array(reading.notices.map(\.json))),
              ("notRead", .integer(reading.faults.count)),
              ("diagnostics", .array(reading.faults.diagnostics.map(\.json))),
            ])
          })
      ),
      (
        "procurements",
        .array(
          processes.groups.filter { $0.count > 1 }.map { group in
            .strings(group.map { notices[$0].id })
          })
      ),
    ])
  }
}
