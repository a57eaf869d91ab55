import Formats
import Policy
import Screening

extension ReportBuilder {
  mutating func writeControl() {
    open(1, "Did the control run")
    let complete = orders.filter(\.isCoverageComplete)
    let failed = orders.filter { $0.outcome == nil }
    let completeCell = count("Orders screened with complete coverage", complete)
    let failedCell = count("Orders held because they could not be screened", failed)
    let suppressed = orders.filter { !$0.suppressed.isEmpty }
    let suppressedCell = count("Orders in which a recorded suppression applied", suppressed)
    say(
      completeCell, .text(" of all orders were screened with complete coverage; "),
      failedCell, .text(" could not be screened and stayed held."))
    var rows: [[ReportCell]] = [
      [.text("Complete coverage"), completeCell], [.text("Failed closed"), failedCell],
      [.text("Suppression applied"), suppressedCell],
    ]
    rows += [
      [.text("Availability of the hook, verification of the log"), .text("not in these records")]
    ]
    add(.table(ReportTable(caption: "The control", columns: ["What", "Orders"], rows: rows)))
    writeLists()
    writeUnsearched()
  }

  private mutating func writeLists() {
    let lists = grouped(orders) { $0.lists.map(\.id) }.sorted { $0.key < $1.key }
    guard !lists.isEmpty else {
      add(.text("No list stands in the records."))
      return
    }
    let rows = lists.map { list -> [ReportCell] in
      func state(_ record: RecordedDetermination) -> RecordedDetermination.List? {
        record.lists.first { $0.id == list.key }
      }
      let answered = list.records.filter { state($0)?.answered == true }
      let silent = list.records.filter { state($0)?.answered == false }
      let faults = silent.flatMap { state($0)?.faults ?? [] }
      let different = faults.enumerated().filter { !faults[..<$0].contains($1) }.map(\.element)
      let name = list.records.first.flatMap { state($0)?.name } ?? list.key
      return [
        .text("\(name) (\(list.key))"), count("List \(list.key) answered", answered),
        count("List \(list.key) did not answer", silent),
        .text(different.isEmpty ? "none" : different.joined(separator: "; ")),
      ]
    }
    add(
      .table(
        ReportTable(
          caption: "Lists, by the orders for which each answered",
          columns: ["List", "Answered", "Did not answer", "Faults"], rows: rows)))
  }

  private mutating func writeUnsearched() {
    let texts = grouped(orders) { $0.notSearched }
    guard !texts.isEmpty else {
      add(.text("No record names a search that was left out."))
      return
    }
    add(
      .table(
        ReportTable(
          caption: "What was not searched", columns: ["Search", "Orders"],
          rows: texts.map { [.text($0.key), count("Not searched: \($0.key)", $0.records)] })))
  }

  mutating func writeHumanRights() {
    open(4, "Human rights")
    let severe = orders.filter { $0.rightsState == "severe" }
    let severeCell = count("Orders assessed as severe for people", severe)
    say(severeCell, .text(" of all orders were assessed as severe for people."))
    guard !orders.isEmpty else { return }
    let rows = ["severe", "moderate", "none"].map { state -> [ReportCell] in
      let records = orders.filter { $0.rightsState == state }
      return [
        .text(state == "none" ? "none found" : state),
        count("Human-rights lane: \(state)", records),
        count(
          "Human-rights lane: \(state), refused or held", records.filter { $0.decision != .allow }),
      ]
    }
    add(
      .table(
        ReportTable(
          caption: "Severity is scale, scope and remediability (UN Guiding Principle 14)",
          columns: ["Severity", "Orders", "Of these held or refused"], rows: rows)))
    if !severe.isEmpty {
      add(
        .table(
          ReportTable(
            caption: "Linkage of the severe orders (UN Guiding Principle 19)",
            columns: ["Linkage", "Orders"],
            rows: grouped(severe) { [$0.linkage] }.map {
              [.text(spaced($0.key)), count("Severe, linkage \($0.key)", $0.records)]
            })))
    }
    add(.text("Lead time from the first public signal to a hold is not in these records."))
  }

  mutating func writeDistributors() {
    open(5, "Distributors")
    func resells(_ record: RecordedDetermination) -> Bool {
      record.parties.contains { $0.roles.contains("reseller") }
    }
    let through = orders.filter(resells)
    let open = through.filter { record in
      !record.parties.contains { $0.roles.contains("endUser") }
    }
    let throughCell = count("Orders through a reseller", through)
    let openCell = count("Orders through a reseller without a named end user", open)
    say(openCell, .text(" of "), throughCell, .text(" orders through a reseller name no end user."))
    guard !open.isEmpty else { return }
    let ranked = grouped(open) { record in
      record.parties.filter { $0.roles.contains("reseller") }.map { $0.names.first ?? "no name" }
    }
    add(
      .table(
        ReportTable(
          caption: "Resellers by orders without a named end user", columns: ["Reseller", "Orders"],
          rows: ranked.map { [.text($0.key), count("No end user: \($0.key)", $0.records)] })))
  }

  mutating func writeInstalledBase() {
    self.open(6, "Installed base")
    let kinds: Set = [
      "service", "spares", "consumable", "softwareUpdate", "training", "relocation",
    ]
    let serials = orders.filter { $0.lines.contains { $0.serial != nil } }
    let support = orders.filter { kinds.contains($0.kind) }
    let serialCell = count("Orders with a line that names a serial number", serials)
    let supportCell = count("Orders of service, spares, consumables, updates or training", support)
    let stopped = count(
      "Of these, held or refused", (support + serials).filter { $0.decision != .allow }.uniqued)
    say(
      serialCell, .text(" orders name an instrument by its serial number and "), supportCell,
      .text(" serve installed instruments; "), stopped, .text(" of all these were stopped."))
    guard !support.isEmpty || !serials.isEmpty else { return }
    var rows: [[ReportCell]] = grouped(support) { [$0.kind] }.map {
      [.text(spaced($0.key).capitalisedFirst), count("Kind of transaction: \($0.key)", $0.records)]
    }
    rows += grouped(serials) { $0.lines.compactMap(\.serial) }.map {
      [.text("Serial \($0.key)"), count("Serial \($0.key)", $0.records)]
    }
    add(
      .table(
        ReportTable(
          caption: "Lines on the installed base", columns: ["What", "Orders"], rows: rows)))
    add(.text("Run rates of consumables against norms are not in these records."))
  }
}

extension [RecordedDetermination] {
  /// Each order once, in the order of its first place.
  fileprivate var uniqued: [RecordedDetermination] {
    var seen: Set<String> = []
    return filter { seen.insert($0.system + "\u{0}" + $0.reference).inserted }
  }
}
