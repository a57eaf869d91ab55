internal import Digests
public import Formats

/// A report that was read: what it is, what it speaks of, and what it is proposed to claim.
public struct IngestedReport: Sendable {
  public let name: String
  public let sha256: String
  public let size: Int
  public let format: ReportFormat
  public let encoding: String
  /// As the report states it; the user may set what it does not say.
  public var metadata: ReportMetadata
  public let text: ReportText
  /// What it speaks of, gathered when it is asked for.
  public var findings: [ReportFinding] { gathered?.findings ?? [] }
  var gathered: GatheredFindings?
  public internal(set) var proposals: [ClaimProposal] = []
  /// Proposals beyond the limit.
  public internal(set) var unkept = 0
  let isUnread: Bool
  /// What could not be read, and what reads oddly.
  public internal(set) var warnings: [Diagnostic] = []
  /// Whom the report names as its sources, with the places, most often named first.
  public internal(set) var attributions: [CitedSource] = []
  /// Places that the report calls something that they are not.
  public internal(set) var misnamedPlaces: [MisnamedPlace] = []
  /// Bodies under another name than their own; `code` is that name.
  public internal(set) var misnamedBodies: [MisnamedPlace] = []
  let runs: Deferred<Shingles>
  /// Runs of its words, made when it is compared with another.
  var shingles: Shingles { runs.value }

  /// Whether part of it was not read, or not kept: then silence about something says nothing.
  public var isPartial: Bool { isUnread || unkept > 0 }
}

/// Whom a report names as the source of what it says.
public struct CitedSource: Sendable, Hashable {
  public let attribution: Attribution
  public internal(set) var locators: [String]
  public internal(set) var count: Int
}

/// Reads reports with one vocabulary.
public struct ReportReader: Sendable {
  private let shared: Shared<ReportVocabulary>
  var vocabulary: ReportVocabulary { shared.value }

  /// Functions of bodies by their names, which report after report names.
  private let functions = TextMemo<String>()

  public init(vocabulary: ReportVocabulary) { shared = Shared(vocabulary) }

  /// Reads a report of any usual encoding.
  ///
  /// Throws where it is longer than the limit or holds no text at all; everything else that is
  /// wrong with it is told by `warnings`.
  public func read(
    _ bytes: [UInt8], name: String, format: ReportFormat? = nil,
    limits: ReportLimits = ReportLimits()
  ) throws(Diagnostic) -> IngestedReport {
    guard bytes.count <= limits.bytes else {
      throw Diagnostic(
        "EVD172", "the report has \(bytes.count) bytes, more than \(limits.bytes)",
        remedy: "split it; nothing of it was read", file: name)
    }
    let decoded = TextDecoding(bytes)
    var warnings = decoded.diagnostics(file: name)
    let format = format ?? ReportFormat.guess(name: name, bytes: decoded.text)
    let plain = ReportReader.narrowed(decoded.text)
    var segmenter = ReportSegmenter(furniture: vocabulary.furniture)
    var page: HTMLText?
    var isUnread = false
    let text: ReportText
    if format == .html {
      let read = HTMLText(plain)
      page = read
      isUnread = read.isCutOff || read.isTooDeep
      if read.isCutOff {
        warnings.append(
          Diagnostic(
            "EVD173", "the page never ends; part of it may be missing", severity: .warning,
            remedy: "fetch it again", file: name))
      }
      if read.isTooDeep {
        warnings.append(
          Diagnostic(
            "EVD174", "elements are nested so deep that reading stopped there",
            severity: .warning, remedy: "save the page as text", file: name))
      }
      text = segmenter.text(
        of: ReportLineReader.blocks(of: read, furniture: vocabulary.furniture), unit: .paragraph)
    } else {
      text = segmenter.text(of: ReportLineReader.lines(of: plain, format: format), unit: .line)
    }
    guard text.bytes.contains(where: { $0 > 0x40 }) else {
      throw Diagnostic(
        "EVD025", "there is no text in the report", remedy: "save it as text, or scan it anew",
        file: name)
    }
    if decoded.unreadable > 0, decoded.unreadable * 20 > text.bytes.count(where: { $0 > 0x40 }) {
      isUnread = true
      warnings.append(
        Diagnostic(
          "EVD026", "much of the report cannot be read, so that what is missing is not known",
          severity: .warning, remedy: "fetch it again, or read it as text", file: name))
    }
    var scanner = ReportScanner(text.bytes, vocabulary: shared)
    for (index, segment) in text.segments.enumerated()
    where segment.kind != .furniture && segment.kind != .repetition {
      scanner.scan(segment.range, segment: index, isHeading: segment.kind == .heading)
    }
    let scanned = scanner.scanned
    for oddity in scanned.oddities.prefix(20) {
      let range = Int(oddity.range.lowerBound)..<Int(oddity.range.upperBound)
      warnings.append(
        Diagnostic(
          "EVD027", "`\(text.string(range))`: \(oddity.reason); nothing is claimed from it",
          severity: .warning, remedy: "read the place", file: name,
          position: SourcePosition(line: text.place(of: range.lowerBound), column: 1)))
    }
    var report = IngestedReport(
      name: name, sha256: SHA256(of: bytes).hexadecimal, size: bytes.count, format: format,
      encoding: decoded.encoding.rawValue,
      metadata: ReportMetadata(
        text: text, page: page, scanned: scanned, vocabulary: vocabulary, plain: plain),
      text: text, isUnread: isUnread, warnings: warnings,
      runs: Deferred { Shingles(text: text, scanned: scanned) })
    let proposer = ClaimProposer(
      vocabulary: shared, text: text, scanned: scanned, metadata: report.metadata,
      limits: limits)
    proposer.run()
    report.proposals = proposer.proposals
    report.unkept = proposer.unkept
    report.warnings += UnplacedStatement.warnings(proposer.unplaced, of: text, name: name)
    report.attributions = proposer.citedSources
    if proposer.unkeptCitations > 0 {
      report.warnings.append(
        Diagnostic(
          "EVD178",
          "it cites more than \(limits.speakers) speakers; whether it rests on those of "
            + "\(proposer.unkeptCitations) sentences was not looked at",
          severity: .warning, remedy: "read its parts one by one", file: name))
    }
    let collector = FindingCollector(
      shared: shared, text: text, scanned: scanned, places: proposer.places,
      limits: limits, year: proposer.year, known: functions)
    report.gathered = GatheredFindings(collector)
    report.misnamedBodies = collector.misnamedBodies()
    report.misnamedPlaces = collector.misnamedPlaces()
    return report
  }

  /// Full-width letters and digits in their usual width; blanks that nobody sees as blanks or not
  /// at all.
  static func narrowed(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    // What stands between the places that change is taken over in one piece.
    var taken = 0
    var index = 0
    let bytes = text.span
    while index < bytes.count {
      let byte = bytes[index]
      guard byte >= 0xC2, let change = change(of: bytes, at: index) else {
        index += 1
        continue
      }
      if result.isEmpty { result.reserveCapacity(text.count) }
      result += text[taken..<index]
      if let narrow = change.narrow { result.append(narrow) }
      index += change.count
      taken = index
    }
    if taken == 0 { return text }
    result += text[taken...]
    return result
  }

  /// What a character is read as, and how many bytes it has; nil for one that stays as it is.
  @inline(__always) private static func change(
    of text: Span<UInt8>, at index: Int
  ) -> (narrow: UInt8?, count: Int)? {
    switch text[index] {
    case 0xC2 where index + 1 < text.count:
      if text[index + 1] == 0xA0 { return (0x20, 2) }
      return text[index + 1] == 0xAD ? (nil, 2) : nil
    case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80:
      return (0x8B...0x8F).contains(text[index + 2]) ? (nil, 3) : nil
    case 0xE3 where index + 2 < text.count && text[index + 1] == 0x80:
      return text[index + 2] == 0x80 ? (0x20, 3) : nil
    case 0xEF where index + 2 < text.count:
      let scalar = 0xF000 | UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F)
      // Signs of Chinese sentences stay, because they end sentences without a blank.
      switch scalar {
      case 0xFF05, 0xFF0E, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
        return (UInt8(truncatingIfNeeded: scalar - 0xFEE0), 3)
      case 0xFEFF: return (nil, 3)
      default: return nil
      }
    default: return nil
    }
  }
}
