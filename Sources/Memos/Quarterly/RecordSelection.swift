public import Formats
public import Screening

/// Which recorded determinations a quarter counts, and what became of every other line.
///
/// INVARIANT: lines read = counted + superseded + outside + unreadable.
public struct RecordSelection: Sendable {
  public struct Entry: Sendable {
    /// Counted from one, as in the file.
    public var line: Int
    public var record: RecordedDetermination
  }

  public struct Unreadable: Sendable {
    public var line: Int
    public var fault: Diagnostic
  }

  /// The latest revision of each order, by system and reference.
  public var counted: [Entry] = []
  /// Earlier determinations of the same orders within the quarter.
  public var superseded: [Entry] = []
  public var outside: [Entry] = []
  public var unreadable: [Unreadable] = []

  public var linesRead: Int {
    counted.count + superseded.count + outside.count + unreadable.count
  }

  /// Reads NDJSON; blank lines are no records. An unreadable line is listed, never skipped.
  public init(quarter: Quarter, records: [UInt8]) {
    var within: [Entry] = []
    var number = 0
    for line in records.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      switch RecordSelection.read(Array(line), line: number) {
      case .success(let record):
        let entry = Entry(line: number, record: record)
        if quarter.contains(record.asOf) { within.append(entry) } else { outside.append(entry) }
      case .failure(let fault): unreadable.append(Unreadable(line: number, fault: fault))
      }
    }
    within.sort { RecordSelection.key($0) < RecordSelection.key($1) }
    for (index, entry) in within.enumerated() {
      let next = index + 1 < within.count ? within[index + 1].record : nil
      if next?.system == entry.record.system, next?.reference == entry.record.reference {
        superseded.append(entry)
      } else {
        counted.append(entry)
      }
    }
  }

  private static func read(
    _ bytes: [UInt8], line: Int
  ) -> Result<RecordedDetermination, Diagnostic> {
    let json: JSON
    do throws(JSONFailure) {
      json = try JSONReader.read(bytes)
    } catch {
      let place = SourcePosition(line: line, column: error.position.column)
      return .failure(Diagnostic("REC000", error.message, position: place))
    }
    do throws(Diagnostic) {
      return .success(try RecordedDetermination(json))
    } catch {
      return .failure(error)
    }
  }

  /// Orders by system and reference; the last of each is its latest revision, then the latest
  /// as-of date, then the last line.
  private static func key(_ entry: Entry) -> SortKey {
    SortKey(
      system: entry.record.system, reference: entry.record.reference,
      revision: entry.record.revision, day: entry.record.asOf.dayNumber, line: entry.line)
  }

  private struct SortKey: Comparable {
    var system: String
    var reference: String
    var revision: Int
    var day: Int
    var line: Int

    static func < (left: SortKey, right: SortKey) -> Bool {
      (left.system, left.reference, left.revision, left.day, left.line)
        < (right.system, right.reference, right.revision, right.day, right.line)
    }
  }
}
