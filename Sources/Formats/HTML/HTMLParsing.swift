import CXML2

/// libxml2's push parser for HTML, which repairs what pages leave open, with what it reports handed
/// to `receive`. No tree is built.
///
/// INVARIANT: `context` lives as long as the object, and is used by no other.
@safe final class HTMLParsing {
  enum Event {
    case start(String, attributes: [(name: String, value: String)])
    case end(String)
    case text([UInt8])
  }

  /// Elements may be nested no deeper; libxml2 looks through all of them at every stray end tag.
  static let deepest = 2048

  private let receive: (Event, _ line: Int) -> Void
  private var context: htmlParserCtxtPtr?
  private var depth = 0
  private(set) var isTooDeep = false

  init(receive: @escaping (Event, _ line: Int) -> Void) {
    self.receive = receive
    _ = HTMLParsing.libraryIsReady
    var handler = unsafe xmlSAXHandler()
    unsafe handler.startElement = { user, name, attributes in
      guard let parsing = unsafe HTMLParsing.of(user), let name = unsafe name else { return }
      unsafe parsing.start(name, attributes)
    }
    unsafe handler.endElement = { user, name in
      guard let parsing = unsafe HTMLParsing.of(user), let name = unsafe name else { return }
      unsafe parsing.end(name)
    }
    unsafe handler.characters = { user, start, count in
      guard let parsing = unsafe HTMLParsing.of(user), let start = unsafe start else { return }
      unsafe parsing.characters(start, Int(count))
    }
    unsafe handler.ignorableWhitespace = unsafe handler.characters
    // SAFETY: the parser copies the handler, and calls back only inside `feed`, on a live self.
    let selfPointer = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe context = unsafe htmlCreatePushParserCtxt(
      &handler, selfPointer, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
    if let context = unsafe context {
      // What the page says of its encoding was heeded before; the bytes are UTF-8 now.
      let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
        | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      _ = unsafe htmlCtxtUseOptions(context, CInt(bitPattern: options))
    }
  }

  deinit {
    guard let context = unsafe context else { return }
    unsafe xmlFreeDoc(context.pointee.myDoc)
    unsafe htmlFreeParserCtxt(context)
  }

  private static let libraryIsReady: Void = xmlInitParser()

  /// Reads all bytes, which must be UTF-8; false where there was no memory to begin.
  func read(_ bytes: [UInt8]) -> Bool {
    guard let context = unsafe context else { return false }
    var offset = 0
    while offset < bytes.count, !isTooDeep {
      let end = min(offset + 1 << 14, bytes.count)
      // SAFETY: the parser copies what it has not read when the call returns.
      unsafe bytes[offset..<end].withUnsafeBytes { space in
        _ = unsafe htmlParseChunk(
          context, space.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(space.count), 0)
      }
      offset = end
    }
    if !isTooDeep { _ = unsafe htmlParseChunk(context, nil, 0, 1) }
    return true
  }

  private var line: Int {
    guard let input = unsafe context?.pointee.input else { return 1 }
    return Int(unsafe input.pointee.line)
  }

  private func start(
    _ name: UnsafePointer<xmlChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard !isTooDeep else { return }
    depth += 1
    if depth > HTMLParsing.deepest {
      isTooDeep = true
      if let context = unsafe context { unsafe xmlStopParser(context) }
      return
    }
    var read: [(name: String, value: String)] = []
    if let attributes = unsafe attributes {
      var index = 0
      // The list of names and values ends with a null name.
      while read.count < 256, let name = unsafe attributes[index] {
        let value = unsafe attributes[index + 1].map { unsafe HTMLParsing.string($0) } ?? ""
        unsafe read.append((HTMLParsing.string(name), value))
        index += 2
      }
    }
    receive(unsafe .start(HTMLParsing.string(name), attributes: read), line)
  }

  private func end(_ name: UnsafePointer<xmlChar>) {
    guard !isTooDeep else { return }
    depth -= 1
    receive(unsafe .end(HTMLParsing.string(name)), line)
  }

  private func characters(_ start: UnsafePointer<xmlChar>, _ count: Int) {
    guard !isTooDeep, count > 0 else { return }
    receive(unsafe .text(Array(UnsafeBufferPointer(start: start, count: count))), line)
  }

  private static func string(_ text: UnsafePointer<xmlChar>) -> String {
    unsafe String(cString: UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self))
  }

  private static func of(_ user: UnsafeMutableRawPointer?) -> HTMLParsing? {
    guard let user = unsafe user else { return nil }
    // SAFETY: the pointer is that of the object that holds the parser, and so is alive.
    return unsafe Unmanaged<HTMLParsing>.fromOpaque(user).takeUnretainedValue()
  }
}
