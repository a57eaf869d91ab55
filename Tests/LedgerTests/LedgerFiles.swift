import Foundation

enum LedgerFiles {
  static func copy(_ path: String, to other: String) throws {
    for suffix in ["", "-wal", "-shm"]
    where FileManager.default.fileExists(atPath: path + suffix) {
      try FileManager.default.copyItem(atPath: path + suffix, toPath: other + suffix)
    }
  }
}

extension LedgerFiles {
  /// Whether the bytes stand anywhere in a store's files.
  static func contain(_ path: String, _ bytes: [UInt8]) throws -> Bool {
    for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: path + suffix) {
      let content = try Data(contentsOf: URL(filePath: path + suffix))
      if content.range(of: Data(bytes)) != nil { return true }
    }
    return false
  }
}
