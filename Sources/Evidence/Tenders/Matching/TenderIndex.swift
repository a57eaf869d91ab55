import Formats
public import Names
import Taxonomy

/// Notices laid out so that those which an order may serve are found among a million lines.
///
/// Lines are filed by product family and, with their notices, by body, each file in the order of
/// days; a search looks through the days around the order and compares the best in full.
public final class TenderIndex: Sendable {
  public let notices: [TenderNotice]
  public let knowledge: TenderKnowledge
  let catalogue: ProductCatalogue
  let reader: TenderFeatureReader
  /// Where the lines of each notice begin; one more than there are notices.
  let starts: [Int32]
  let readings: LineReadings
  let columns: TenderColumns
  let bodies: TenderBodies
  /// Notices by body, with whether it buys, sorted by day.
  let noticesOfBody: [[(notice: Int32, buys: Bool)]]
  /// The bodies of each notice, with whether they buy, and where those of each begin.
  let bodiesOfNotice: [(body: Int32, buys: Bool)]
  let bodyStarts: [Int32]
  /// Notices by the order that a person says they serve.
  let noticesOfOrder: [String: [Int32]]
  /// Notices by the numbers that an order may cite.
  let noticesOfNumber: [String: [Int32]]
  /// How many lines there are; a notice that lists nothing has one, its title.
  public let lineCount: Int

  /// Reads all items once; linear in them, on all cores.
  public init(
    _ given: [TenderNotice], knowledge: TenderKnowledge, catalogue: ProductCatalogue
  ) {
    let notices = TenderProcesses.completed(given)
    self.notices = notices
    self.knowledge = knowledge
    self.catalogue = catalogue
    let reader = TenderFeatureReader(
      terms: knowledge.terms, products: knowledge.taxonomy.products)
    self.reader = reader
    let table = DescriptionTable(catalogue, reader)
    let numbers = Threads.map(notices) { notice in
      // The title says what is bought where no item does.
      notice.items.isEmpty
        ? [table.number(of: notice.title)] : notice.items.map { table.number(of: $0.words) }
    }
    var starts: [Int32] = [0]
    starts.reserveCapacity(notices.count + 1)
    for part in numbers { starts.append(starts[starts.count - 1] + Int32(part.count)) }
    self.starts = starts
    readings = LineReadings(table, numbers)
    lineCount = readings.count
    columns = TenderColumns(notices, starts: starts, readings: readings, knowledge: knowledge)
    var builder = BodyBuilder(notices.count)
    for (index, notice) in notices.enumerated() { builder.add(notice, index) }
    bodies = TenderBodies(builder.identities, knowledge.names)
    let days = columns.days
    noticesOfBody = builder.notices.map { list in
      list.sorted { (days[Int($0.notice)], $0.notice) < (days[Int($1.notice)], $1.notice) }
    }
    noticesOfNumber = builder.numbers
    noticesOfOrder = builder.orders
    bodiesOfNotice = builder.bodiesOfNotice
    bodyStarts = builder.bodyStarts
  }

  /// Notices that name a body as buyer or among those who offer, with how sure that is.
  public func notices(
    naming profile: IdentityProfile
  ) -> [(notice: TenderNotice, buys: Bool, verdict: IdentityComparison.Verdict)] {
    bodies.bodies(like: profile).flatMap { body, verdict in
      verdict == .different
        ? []
        : noticesOfBody[body].map { (notices[Int($0.notice)], $0.buys, verdict) }
    }
  }
}
