internal import Formats

/// Sources that were accepted before, as far as they are needed to see what rests on them: who
/// published them and when, and the words that were quoted.
public struct KnownReports: Sendable {
  /// In the order of `reports`.
  let sources: [Source]
  let reports: [IngestedReport]
  /// By source, the roots of derivation.
  let roots: [Set<String>]

  public init() {
    sources = []
    reports = []
    roots = []
  }

  /// All sources of a library but the texts that are read now.
  public init(
    _ library: EvidenceLibrary, except new: [IngestedReport], reader: ReportReader
  ) {
    let digests = Set(new.map(\.sha256))
    sources = library.sources.values
      .filter { source in !(source.sha256.map(digests.contains) ?? false) }
      .sorted { $0.id < $1.id }
    var quotes: [String: [String]] = [:]
    for claim in library.claims {
      guard let quote = claim.quote, quotes[claim.source]?.last != quote else { continue }
      quotes[claim.source, default: []].append(quote)
    }
    reports = sources.map { IngestedReport($0, quotes: quotes[$0.id] ?? [], reader) }
    roots = sources.map { library.roots(of: $0) }
  }

  /// Those that are known to rest on what the publisher of a report says; numbers begin at `first`.
  func restingOn(_ report: IngestedReport, from first: Int) -> Set<Int> {
    guard let publisher = report.metadata.publisher else { return [] }
    let own: Set<String> = [
      AcceptedReport.slug(publisher), OutletNames.key(publisher),
      report.metadata.publisherCode ?? OutletNames.key(publisher),
    ]
    return Set(
      sources.indices.filter {
        !own.isDisjoint(with: roots[$0])
          && OutletNames.key(sources[$0].publisher) != OutletNames.key(publisher)
      }.map { $0 + first })
  }

  /// The other sources of the same publisher that are not later than a day, and the source itself.
  func ofSamePublisher(_ number: Int, notAfter published: String?) -> [Int] {
    let key = OutletNames.key(sources[number].publisher)
    return sources.indices.filter { other in
      OutletNames.key(sources[other].publisher) == key
        && (published.map { sources[other].published.prefix($0.count) <= $0 } ?? true)
    }
  }
}

extension IngestedReport {
  /// A source with what was quoted of it.
  fileprivate init(_ source: Source, quotes: [String], _ reader: ReportReader) {
    var metadata = ReportMetadata(
      publisher: source.publisher, title: source.title, url: source.url,
      published: source.published, language: source.language)
    let publisher = reader.vocabulary.publishers.first { $0.name == source.publisher }
    metadata.publisherCode = publisher?.id
    let words = quotes.joined(separator: "\n\n")
    // What cannot be read shares no sentences; its publisher is known all the same.
    if !words.isEmpty, var report = try? reader.read(Array(words.utf8), name: source.id + ".txt") {
      report = IngestedReport(
        name: source.id, sha256: "", size: 0, format: .text, encoding: "", metadata: metadata,
        text: report.text, proposals: report.proposals, isUnread: false, runs: report.runs)
      self = report
      return
    }
    let text = ReportText(bytes: [], segments: [], unit: .line, lastPlace: 0, marks: [])
    self.init(
      name: source.id, sha256: "", size: 0, format: .text, encoding: "", metadata: metadata,
      text: text, isUnread: false, runs: Deferred { Shingles(text: text, scanned: ScannedReport()) }
    )
  }
}
