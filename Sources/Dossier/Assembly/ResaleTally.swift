import Evidence
import Facts
import Formats

/// Adds up what a distributor reports to have sold on, however often it reports it.
///
/// Reports of the same goods to the same body whose periods overlap may speak of the same units: a
/// month and its quarter, or one line in two files. Together they are at least the largest of them
/// and at most their sum.
struct ResaleTally {
  private struct Goods: Hashable {
    let distributor: [String]
    let product: String
    let endUser: [String]
    let site: String
    let serial: String?
  }

  private struct Report {
    let days: ClosedRange<CivilDate>
    let units: Interval
  }

  private var reports: [Goods: [Report]] = [:]

  /// `isCertain` where all of it counts; else none of it may.
  mutating func add(_ sale: SellThrough, isCertain: Bool) {
    let goods = Goods(
      distributor: sale.distributor, product: sale.product, endUser: sale.endUser,
      site: sale.site, serial: sale.serial)
    reports[goods, default: []].append(
      Report(
        days: sale.period.days,
        units: Interval(low: isCertain ? sale.quantity : .zero, high: sale.quantity)))
  }

  var units: Interval {
    var total = Interval(exactly: .zero)
    for reports in reports.values {
      for cluster in ResaleTally.clusters(reports) {
        let sum = cluster.reduce(Interval(exactly: .zero)) { $0.adding($1.units) }
        let largest = cluster.compactMap(\.units.low).max() ?? .zero
        total = total.adding(Interval(low: largest, high: sum.high))
      }
    }
    return total
  }

  /// Reports whose periods overlap, directly or through others.
  private static func clusters(_ reports: [Report]) -> [[Report]] {
    var clusters: [[Report]] = []
    var end: CivilDate?
    for report in reports.sorted(by: { $0.days.lowerBound < $1.days.lowerBound }) {
      if let last = end, report.days.lowerBound <= last {
        clusters[clusters.count - 1].append(report)
        end = max(last, report.days.upperBound)
      } else {
        clusters.append([report])
        end = report.days.upperBound
      }
    }
    return clusters
  }
}
