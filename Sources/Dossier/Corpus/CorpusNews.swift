public import Evidence
public import Formats
import Trade

/// What came to a corpus: claims and notices that it did not hold before.
public struct CorpusNews: Sendable {
  public var claims: [Claim] = []
  public var notices: [TenderNotice] = []
  /// What a reader should know about it.
  public var warnings: [Diagnostic] = []

  public init() {}
}

extension Corpus {
  /// The corpus as it was on a day, but for its lists, with what has come to it since: claims whose
  /// source was published or captured later, and notices that were published later.
  ///
  /// A notice without a date may be old or new and counts as new.
  public func before(
    _ day: CivilDate, _ knowledge: Knowledge
  ) throws(Diagnostic) -> (corpus: Corpus, news: CorpusNews) {
    var news = CorpusNews()
    let later = Set(
      evidence.sources.values.filter { source in
        (source.publishedBy.map { day < $0 } ?? true) || (source.captured.map { day < $0 } ?? false)
      }.map(\.id))
    news.claims = evidence.claims.filter { later.contains($0.source) }
    news.notices = notices.filter { $0.published.map { day < $0 } ?? true }
    let undated = news.notices.count { $0.published == nil }
    if undated > 0 {
      news.warnings.append(
        Diagnostic(
          "CRP040",
          "\(undated) \(undated == 1 ? "notice bears" : "notices bear") no date and counts as new",
          severity: .warning, remedy: "add the day of publication"))
    }
    var corpus = self
    corpus.evidence = evidence.without(sources: later)
    if tenders != nil, !news.notices.isEmpty {
      corpus.tenders = TenderIndex(
        notices.filter { $0.published.map { $0 <= day } ?? false },
        knowledge: try knowledge.tenders(), catalogue: knowledge.catalogue)
    }
    return (corpus, news)
  }

  /// The corpus with further sources and claims and further notices, and what of them is new to it.
  ///
  /// A notice of which the corpus has another version takes the place of that one.
  public func adding(
    reports lines: [Line], notices given: [TenderNotice], _ knowledge: Knowledge
  ) throws(Diagnostic) -> (corpus: Corpus, news: CorpusNews) {
    var news = CorpusNews()
    var corpus = self
    news.claims = try corpus.evidence.add(news: lines)
    var known: [String: TenderNotice] = [:]
    for notice in notices { known[notice.id] = notice }
    for given in given {
      let notice = given.apart(from: known)
      guard known[notice.id]?.content != notice.content else { continue }
      known[notice.id] = notice
      news.notices.append(notice)
    }
    if !news.notices.isEmpty {
      let replaced = Set(news.notices.map(\.id))
      corpus.tenders = TenderIndex(
        notices.filter { !replaced.contains($0.id) } + news.notices,
        knowledge: try knowledge.tenders(), catalogue: knowledge.catalogue)
    }
    return (corpus, news)
  }

  /// Bodies of the corpus to whom the vendor sells, from whom it learns of sales, or who hold its
  /// instruments, apart from those of past orders.
  public func customers(_ knowledge: Knowledge) -> [PartyReading] {
    var customers: [PartyReading] = []
    for distributor in distributors.distributors {
      customers.append(
        PartyReading(
          id: distributor.sales.first?.place ?? distributor.audits.first?.place ?? "distributors",
          roles: [.reseller], names: distributor.names, countries: [], addresses: [],
          basis: .declared, knowledge))
      for sale in distributor.sales where !sale.endUser.isEmpty {
        customers.append(
          PartyReading(
            id: sale.place, roles: [.endUser], names: sale.endUser,
            countries: sale.country.map { [$0] } ?? [],
            addresses: sale.site.isEmpty ? [] : [sale.site], basis: .declared, knowledge))
      }
    }
    return customers
  }
}
