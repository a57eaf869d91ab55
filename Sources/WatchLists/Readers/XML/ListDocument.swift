import Formats

/// Where the records of an XML list stand, by the names of elements.
struct RecordLayout {
  /// The list in words, for messages: "the UN Security Council Consolidated List".
  let list: String
  /// Elements whose children are records.
  var containers: Set<String> = []
  let records: Set<String>
  /// Elements beside the records that say something of the file.
  var headers: Set<String> = []
  /// Elements beside the records that are passed over: tables of the publisher's own codes.
  var passedOver: Set<String> = []
}

/// What stands in an XML list around its records, which are read one at a time.
struct ListDocument {
  let root: XMLStart
  private(set) var headers: [XMLElement] = []
  /// How many records stand in the file, readable or not.
  private(set) var records = 0

  /// Reads the file to its last byte and hands each record over, with its path.
  ///
  /// Throws where the file is cut off, damaged or hostile; what was collected then counts for
  /// nothing.
  init(
    _ bytes: [UInt8], layout: RecordLayout, into collector: inout EntryCollector,
    record: (XMLElement, String, inout EntryCollector) -> Void
  ) throws(ListFailure) {
    var reader = XMLReader(bytes)
    var path: String?
    do throws(XMLFailure) {
      guard case .start(let root) = try reader.next() else { throw XMLFailure(.empty, line: 1) }
      self.root = root
      var counts: [String: Int] = [:]
      while let event = try reader.next() {
        guard case .start(let start) = event else { continue }
        if layout.records.contains(start.name) {
          let number = counts[start.name, default: 0]
          counts[start.name] = number + 1
          records += 1
          let place = "\(start.name)[\(number)]"
          path = place
          record(try reader.element(start), place, &collector)
        } else if layout.headers.contains(start.name) {
          headers.append(try reader.element(start))
        } else if !layout.containers.contains(start.name) {
          let lost = try ListDocument.passOver(&reader, records: layout.records)
          if layout.passedOver.contains(start.name), lost == 0 { continue }
          let remedy = "check whether this version of Scruple is the newest"
          let message = "the element `\(start.name.prefix(60))` is not known and was passed over"
          if lost > 0 {
            records += lost
            collector.countMissing(
              "LST042", message + " with \(lost) records in it", count: lost, remedy: remedy,
              line: start.line)
          } else {
            collector.note(
              "LST042", message, severity: .warning, remedy: remedy, line: start.line)
          }
        }
      }
    } catch {
      throw ListFailure([error.diagnostic(list: layout.list, file: collector.file, path: path)])
    }
  }

  /// Passes over the rest of an element and says how many records stood in it, none in another.
  private static func passOver(
    _ reader: inout XMLReader, records: Set<String>
  ) throws(XMLFailure) -> Int {
    let outside = reader.depth - 1
    var lost = 0
    while reader.depth > outside, let event = try reader.next() {
      guard case .start(let start) = event, records.contains(start.name) else { continue }
      lost += 1
      try reader.skipElement()
    }
    return lost
  }

  /// The first header of this name.
  func header(_ name: String) -> XMLElement? { headers.first { $0.name == name } }
}

extension XMLFailure {
  /// The fault as the reason for which a list file is refused.
  func diagnostic(list: String, file: String, path: String? = nil) -> Diagnostic {
    let isHostile =
      switch reason {
      case .documentType, .tooDeep, .tooMuchText, .tagTooLong, .tooManyAttributes, .recordTooLarge:
        true
      default: false
      }
    return Diagnostic(
      isHostile ? "LST041" : "LST006",
      isHostile
        ? "\(list) is not read: \(message)" : "\(list) is damaged or cut off: \(message)",
      remedy: isHostile
        ? "no official list is written so; fetch it from its publisher"
        : "fetch it again; nothing of it was imported",
      file: file, position: SourcePosition(line: line, column: 1), path: path)
  }
}
