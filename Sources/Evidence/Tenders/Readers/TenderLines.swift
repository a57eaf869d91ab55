import Formats
import Synchronization

/// Reads one notice, release or record a line, on all cores, without the whole file in memory.
struct TenderLines {
  let file: String
  let reader: TenderReader
  private let batches: LineBatches?

  init(file: String, reader: TenderReader) {
    self.file = file
    self.reader = reader
    batches = nil
  }

  /// Nil where the file is not one JSON object a line.
  init?(path: String, _ reader: TenderReader) throws(FileReader.Failure) {
    guard path != "-", FileReader.isFile(path) else { return nil }
    let probe = try LineBatches(
      path, lineLimit: ReleaseFileReader.longestLine, batchSize: 1 << 12)
    guard let head = try probe.next(), head.lines.count > 1 || head.bytes.last == 0x0A,
      let first = head.lines.first
    else { return nil }
    let line = Array(head.bytes[first])
    guard line.first(where: { $0 > 0x20 }) == UInt8(ascii: "{"), JSONReader.isValue(line),
      let json = try? JSONReader.read(line),
      json["stage"] != nil || ReleaseFileReader.recognises(json)
    else { return nil }
    file = path
    self.reader = reader
    batches = try LineBatches(path, lineLimit: ReleaseFileReader.longestLine)
  }

  func read() throws(FileReader.Failure) -> TenderReading {
    guard let batches else { return TenderReading(file: file) }
    let parts = Mutex([(first: Int, reading: TenderReading)]())
    let failure = Mutex(FileReader.Failure?.none)
    Threads.perform(Threads.count) { _ in
      do throws(FileReader.Failure) {
        while let batch = try batches.next() {
          let reading =
            batch.isTooLong
            ? tooLong(batch.firstLine)
            : read(batch.bytes, batch.lines, firstLine: batch.firstLine, faults: NoticeFaults())
          parts.withLock { $0.append((batch.firstLine, reading)) }
        }
      } catch {
        failure.withLock { $0 = error }
      }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
    var whole = TenderReading(file: file)
    for part in parts.withLock({ $0 }).sorted(by: { $0.first < $1.first }) {
      whole.format = whole.format ?? part.reading.format
      whole.notices.append(contentsOf: part.reading.notices)
      whole.faults.add(part.reading.faults)
    }
    return whole
  }

  private func tooLong(_ line: Int) -> TenderReading {
    var reading = TenderReading(file: file)
    reading.faults.add(
      Diagnostic(
        "EVD062", "the line has more than \(ReleaseFileReader.longestLine) bytes",
        remedy: "write one release a line", file: file,
        position: SourcePosition(line: line, column: 1)))
    return reading
  }

  /// Reads text in memory line by line.
  func read(_ text: [UInt8], faults: NoticeFaults) -> TenderReading {
    var lines: [Range<Int>] = []
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      lines.append(start..<end)
      start = end + 1
    }
    return read(text, lines, firstLine: 1, faults: faults)
  }

  private func read(
    _ text: [UInt8], _ lines: [Range<Int>], firstLine: Int, faults: NoticeFaults
  ) -> TenderReading {
    var reading = TenderReading(file: file)
    reading.faults = faults
    for (index, range) in lines.enumerated() {
      let bytes = Array(text[range])
      guard bytes.contains(where: { $0 > 0x20 }) else { continue }
      let line = firstLine + index
      do throws(JSONFailure) {
        take(try JSONReader.read(bytes), line: line, into: &reading)
      } catch {
        reading.faults.add(
          Diagnostic(
            "EVD061", "the line is not JSON: \(error.message)", remedy: "write one object a line",
            file: file, position: SourcePosition(line: line, column: error.position.column)))
      }
    }
    return reading
  }

  func take(_ json: JSON, line: Int, into reading: inout TenderReading) {
    if ReleaseFileReader.recognises(json) {
      reading.format = .openContracting
      ReleaseFileReader(knowledge: reader.knowledge, file: file)
        .read(json, into: &reading, line: line)
      return
    }
    guard json["stage"] != nil || json["buyer"] != nil || json["id"] != nil else {
      reading.faults.add(
        Diagnostic(
          "EVD044", "the value is no notice of a known form",
          remedy: "give OCDS releases or records, or notices with id, stage, title and buyer",
          file: file, position: SourcePosition(line: line, column: 1)))
      return
    }
    reading.format = reading.format ?? .own
    do throws(Diagnostic) {
      var notice = try TenderNotice(Line(json: json, file: file, number: line))
      if notice.origin == nil { notice.origin = "\(file):\(line)" }
      TenderPlaces(reader.knowledge).settle(&notice)
      reading.notices.append(notice)
    } catch {
      reading.faults.add(error)
    }
  }
}
