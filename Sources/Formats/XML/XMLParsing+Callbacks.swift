import CXML2

extension XMLParsing {
  /// The callbacks of the parser; each finds its `XMLParsing` in the pointer it is given.
  static func handler() -> xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.startElementNs = { user, name, _, namespace, _, _, count, _, attributes in
      guard let parsing = unsafe XMLParsing.of(user), let name = unsafe name else { return }
      unsafe parsing.start(name, namespace, Int(count), attributes)
    }
    unsafe handler.endElementNs = { user, name, _, _ in
      guard let parsing = unsafe XMLParsing.of(user), let name = unsafe name else { return }
      unsafe parsing.end(name)
    }
    unsafe handler.characters = { user, start, count in
      guard let parsing = unsafe XMLParsing.of(user), let start = unsafe start else { return }
      unsafe parsing.characters(start, Int(count))
    }
    // Where both are the same function, white space is never judged by libxml2.
    unsafe handler.ignorableWhitespace = unsafe handler.characters
    unsafe handler.cdataBlock = unsafe handler.characters
    unsafe handler.internalSubset = { user, _, _, _ in
      unsafe XMLParsing.of(user)?.fail(.documentType)
    }
    unsafe handler.serror = { user, error in
      guard let parsing = unsafe XMLParsing.of(user), let error = unsafe error else { return }
      unsafe parsing.report(error)
    }
    return unsafe handler
  }

  private static func of(_ user: UnsafeMutableRawPointer?) -> XMLParsing? {
    guard let user = unsafe user else { return nil }
    // SAFETY: the pointer is that of the object that holds the parser, and so is alive.
    return unsafe Unmanaged<XMLParsing>.fromOpaque(user).takeUnretainedValue()
  }
}

extension XMLFailure.Reason {
  /// The fault that libxml2 reports, in our words where it is a usual one.
  init(_ error: xmlError, isInside: Bool) {
    switch xmlParserErrors(rawValue: UInt32(unsafe error.code)) {
    case XML_ERR_DOCUMENT_EMPTY: self = .empty
    case XML_ERR_TAG_NAME_MISMATCH:
      let open = unsafe error.str1.map { unsafe String(cString: $0) } ?? ""
      let closed = unsafe error.str2.map { unsafe String(cString: $0) } ?? ""
      self = .mismatch(open: open, line: Int(unsafe error.int1), closed: closed)
    case XML_ERR_DOCUMENT_END: self = isInside ? .textAfterRoot : .empty
    case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY: self = .undeclaredEntity
    case XML_ERR_INVALID_ENCODING, XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING,
      XML_I18N_CONV_FAILED, XML_I18N_NO_HANDLER:
      self = .encoding
    default:
      let words = unsafe error.message.map { unsafe String(cString: $0) } ?? "an unnamed fault"
      self = .malformed(XMLFailure.Reason.inOurStyle(words))
    }
  }

  /// Lower case at the start, one line, no full stop, and not long.
  private static func inOurStyle(_ words: String) -> String {
    let line = words.split(whereSeparator: \.isNewline).joined(separator: " ")
    var short = String(line.prefix(160))
    while let last = short.last, last == " " || last == "." { short.removeLast() }
    let head = short.prefix { $0 != " " }
    guard head.dropFirst().allSatisfy(\.isLowercase) else { return short }
    return short.prefix(1).lowercased() + short.dropFirst()
  }
}
