import CXML2

/// libxml2's push parser, with the events that it reported and nobody has taken yet.
///
/// The only code that calls libxml2. No tree is built: memory is that of one chunk.
///
/// INVARIANT: `context` lives as long as the object, and is used by no other.
@safe final class XMLParsing {
  let limits: XMLLimits
  private(set) var failure: XMLFailure?
  private var context: xmlParserCtxtPtr?
  private var events: [XMLEvent] = []
  private var taken = 0
  private var text: [UInt8] = []
  private var openElements = 0
  private var sawRoot = false
  private var isEnding = false
  // libxml2 holds each name once, so its address tells it.
  private var names: [UInt: String] = [:]

  /// `head` is the first four bytes, by which the encoding is guessed until it is declared.
  init(head: ArraySlice<UInt8>, limits: XMLLimits) {
    self.limits = limits
    _ = XMLParsing.libraryIsReady
    var handler = unsafe XMLParsing.handler()
    // SAFETY: the parser copies the handler, and calls back only inside `feed`, on a live self.
    let selfPointer = unsafe Unmanaged.passUnretained(self).toOpaque()
    let first = Array(head)
    unsafe context = unsafe first.withUnsafeBytes { space in
      unsafe xmlCreatePushParserCtxt(
        &handler, selfPointer, space.baseAddress?.assumingMemoryBound(to: CChar.self),
        CInt(space.count), nil)
    }
    // No NOENT, DTDLOAD or XINCLUDE: nothing is substituted or loaded.
    if let context = unsafe context {
      unsafe xmlCtxtUseOptions(context, CInt(XML_PARSE_NONET.rawValue))
    } else {
      failure = XMLFailure(.malformed("there is no memory to read it"), line: 1)
    }
  }

  deinit {
    guard let context = unsafe context else { return }
    unsafe xmlFreeDoc(context.pointee.myDoc)
    unsafe xmlFreeParserCtxt(context)
  }

  private static let libraryIsReady: Void = xmlInitParser()

  func takeEvent() -> XMLEvent? {
    guard taken < events.count else {
      events.removeAll(keepingCapacity: true)
      taken = 0
      return nil
    }
    taken += 1
    return events[taken - 1]
  }

  func feed(_ bytes: ArraySlice<UInt8>, isLast: Bool) {
    guard let context = unsafe context, failure == nil else { return }
    // SAFETY: the parser copies what it has not read when the call returns.
    unsafe bytes.withUnsafeBytes { space in
      _ = unsafe xmlParseChunk(
        context, space.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(space.count), 0)
    }
    if let input = unsafe context.pointee.input,
      unsafe input.pointee.end - input.pointee.cur > limits.tag
    {
      fail(.tagTooLong(limit: limits.tag))
    }
    guard isLast, failure == nil else { return }
    isEnding = true
    _ = unsafe xmlParseChunk(context, nil, 0, 1)
    if failure == nil, unsafe context.pointee.wellFormed == 0 || openElements > 0 {
      fail(.endsEarly)
    }
  }

  // MARK: What the parser reports

  func start(
    _ name: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?, _ count: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard failure == nil else { return }
    flushText()
    openElements += 1
    sawRoot = true
    guard openElements <= limits.depth else { return fail(.tooDeep(limit: limits.depth)) }
    guard count <= limits.attributes else {
      return fail(.tooManyAttributes(limit: limits.attributes))
    }
    var read: [XMLAttribute] = []
    if count > 0, let attributes = unsafe attributes {
      read.reserveCapacity(count)
      for index in 0..<count {
        // Name, prefix, namespace, start and end of the value (libxml2, "startElementNsSAX2Func").
        let place = unsafe attributes + index * 5
        guard let name = unsafe place[0], let start = unsafe place[3], let end = unsafe place[4]
        else { continue }
        unsafe read.append(
          XMLAttribute(
            string(name), namespace: unsafe place[2].map { unsafe string($0) },
            value: XMLParsing.value(start, end - start)))
      }
    }
    unsafe events.append(
      .start(
        XMLStart(
          string(name), namespace: namespace.map { unsafe string($0) }, attributes: read,
          line: line)))
  }

  func end(_ name: UnsafePointer<xmlChar>) {
    guard failure == nil else { return }
    flushText()
    openElements -= 1
    unsafe events.append(.end(string(name)))
  }

  func characters(_ start: UnsafePointer<xmlChar>, _ count: Int) {
    guard failure == nil else { return }
    guard text.count + count <= limits.text else {
      return fail(.tooMuchText(limit: limits.text))
    }
    unsafe text.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
  }

  func fail(_ reason: XMLFailure.Reason) {
    guard failure == nil else { return }
    failure = XMLFailure(reason, line: line)
    if let context = unsafe context { unsafe xmlStopParser(context) }
  }

  func report(_ error: xmlErrorPtr) {
    // Warnings, such as a namespace that is no absolute address, are no faults.
    guard failure == nil, unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else {
      return
    }
    let reason = unsafe XMLFailure.Reason(error.pointee, isInside: sawRoot)
    if isEnding, isAtEnd, reason != .empty, openElements > 0 || !sawRoot {
      return fail(.endsEarly)
    }
    fail(reason)
  }

  private var line: Int {
    guard let input = unsafe context?.pointee.input else { return 1 }
    return Int(unsafe input.pointee.line)
  }

  /// Whether the parser has read all that it was given.
  private var isAtEnd: Bool {
    guard let input = unsafe context?.pointee.input else { return true }
    return unsafe input.pointee.cur >= input.pointee.end
  }

  private func flushText() {
    guard !text.isEmpty else { return }
    let isSpace = text.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    if !isSpace { events.append(.text(String(decoding: text, as: UTF8.self))) }
    text.removeAll(keepingCapacity: true)
  }

  private func string(_ name: UnsafePointer<xmlChar>) -> String {
    let key = UInt(bitPattern: name)
    if let known = names[key] { return known }
    let text = unsafe String(cString: name)
    names[key] = text
    return text
  }

  private static func value(_ start: UnsafePointer<xmlChar>, _ count: Int) -> String {
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    guard unsafe bytes.contains(UInt8(ascii: "&")) else {
      return unsafe String(decoding: bytes, as: UTF8.self)
    }
    // Unless entities are substituted an ampersand comes as `&#38;`, and nothing else does.
    var read: [UInt8] = []
    var index = 0
    while index < count {
      unsafe read.append(bytes[index])
      index += unsafe bytes[index] == UInt8(ascii: "&") ? "&#38;".utf8.count : 1
    }
    return String(decoding: read, as: UTF8.self)
  }
}
