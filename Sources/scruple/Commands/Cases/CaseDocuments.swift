import Digests

/// Documents of a case, as the log names them.
enum CaseDocuments {
  static func digest(of bytes: [UInt8]) -> String { SHA256(of: bytes).description }
}
