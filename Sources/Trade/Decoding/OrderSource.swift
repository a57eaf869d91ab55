import Formats

/// The bytes of an input and how they fall into orders.
struct OrderSource {
  let bytes: [UInt8]
  let file: String?
  let countries: KnownCountries
  /// Hold for the document, and for each line where it is read line by line.
  let limits: JSONReader.Limits

  /// Reads the input in the form that it has. What is too long for a document can only be lines.
  func readAll(_ handle: (DecodedOrder) -> Void) {
    guard bytes.count <= limits.bytes else { return readLines(handle) }
    do throws(JSONFailure) {
      read(try JSONReader.read(bytes, limits: limits), handle)
    } catch {
      if standsLineByLine(since: error) {
        readLines(handle)
      } else {
        handle(failed(error, line: error.position.line))
      }
    }
  }

  /// Reads a whole document: one order or a list of them.
  func read(_ document: JSON, _ handle: (DecodedOrder) -> Void) {
    let start = SourcePosition(of: document.offset, in: bytes)
    guard let elements = document.array else {
      return handle(
        decoded(document, from: bytes, line: start.line) { PlaceIndex(bytes) })
    }
    guard !elements.isEmpty, elements.count <= OrderDecoder.listLimit else {
      let fault = elements.isEmpty ? Fault.emptyList : .beyondLimits
      let message =
        elements.isEmpty
        ? "the list holds no order" : "the list holds more than \(OrderDecoder.listLimit) orders"
      let diagnostic = Diagnostic(
        fault.rawValue, message,
        remedy: elements.isEmpty ? "give at least one" : "give one order a line (NDJSON)",
        file: file, position: start)
      return handle(DecodedOrder(line: start.line, result: .failure([diagnostic])))
    }
    let places = PlaceIndex(bytes)
    for element in elements {
      let line = places.position(of: element.offset).line
      handle(decoded(element, from: bytes, line: line) { places })
    }
  }

  /// Reads every line that is not blank as an order of its own.
  func readLines(_ handle: (DecodedOrder) -> Void) {
    forEachLine { line, number in
      let content = Array(line)
      do throws(JSONFailure) {
        let value = try JSONReader.read(content, limits: limits)
        handle(
          decoded(value, from: content, line: number) { PlaceIndex(content, firstLine: number) })
      } catch {
        handle(failed(error, line: number))
      }
      return true
    }
  }

  /// Whether an input that is not one document is a series of lines: its first line is a value
  /// of its own, or a later one is that begins with a brace at its margin.
  ///
  /// A line in the middle of an indented document never begins so.
  func standsLineByLine(since failure: JSONFailure) -> Bool {
    if failure.reason == .empty { return false }
    var isFirst = true
    var isList = false
    var result = false
    forEachLine { line, _ in
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      let begin = line.first { !OrderSource.isSpace($0) && !mark.contains($0) }
      if isFirst { isList = begin == UInt8(ascii: "[") }
      if isFirst || (!isList && line.first == UInt8(ascii: "{")) {
        // Whether it is a value matters, not whether it is text in UTF-8.
        do throws(JSONFailure) {
          _ = try JSONReader.read(Array(line), limits: limits)
          result = true
        } catch {
          result = false
        }
      }
      isFirst = false
      return !result
    }
    return result
  }

  /// The result for text that is not JSON; `line` is the line of the file.
  func failed(_ failure: JSONFailure, line: Int) -> DecodedOrder {
    let fault: Fault
    let remedy: String
    switch failure.reason {
    case .empty: (fault, remedy) = (.empty, "give a screening request")
    case .invalidUTF8: (fault, remedy) = (.notUTF8, "save the text as UTF-8")
    case .tooDeep, .tooLarge, .numberTooLong:
      (fault, remedy) = (.beyondLimits, "send one order a line (NDJSON), without deep nesting")
    case .trailingText:
      (fault, remedy) = (.notJSON, "give each order a line of its own, or put all in a list")
    default: (fault, remedy) = (.notJSON, "correct the JSON text at this place")
    }
    let message =
      if case .duplicateName(let name) = failure.reason {
        "the name \(quoted(name)) stands twice in one object"
      } else {
        failure.message
      }
    let position = SourcePosition(
      line: line, column: failure.position.column)
    let diagnostic = Diagnostic(
      fault.rawValue, message, remedy: remedy, file: file, position: position)
    return DecodedOrder(line: line, result: .failure([diagnostic]))
  }

  private func decoded(
    _ value: JSON, from bytes: [UInt8], line: Int, places: () -> PlaceIndex
  ) -> DecodedOrder {
    var reading = OrderReading(bytes, countries: countries)
    let order = reading.order(value)
    let diagnostics =
      reading.faults.isEmpty ? [] : reading.faults.diagnostics(places: places(), file: file)
    if let order { return DecodedOrder(line: line, result: .order(order, warnings: diagnostics)) }
    return DecodedOrder(line: line, result: .failure(diagnostics))
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Hands over the lines that are not blank, with their numbers, until told to stop.
  private func forEachLine(_ handle: (ArraySlice<UInt8>, Int) -> Bool) {
    var start = 0
    var number = 1
    while start < bytes.count {
      let rest = bytes[start...]
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = bytes[start..<end]
      if !line.allSatisfy(OrderSource.isSpace), !handle(line, number) { return }
      start = end + 1
      number += 1
    }
  }
}
