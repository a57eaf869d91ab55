import CPostgreSQL

/// The rows that a statement answered, in the binary format.
@safe final class PostgreSQLRows {
  private let handle: OpaquePointer

  /// Takes the result over and frees it.
  init(_ handle: OpaquePointer) { unsafe self.handle = handle }

  deinit { unsafe PQclear(handle) }

  var count: Int { Int(unsafe PQntuples(handle)) }
  var status: ExecStatusType { unsafe PQresultStatus(handle) }
  /// `COMMIT` where a transaction was committed, `ROLLBACK` where it was not.
  var tag: String { unsafe String(cString: PQcmdStatus(handle)) }

  func isNull(_ row: Int, _ column: Int) -> Bool {
    unsafe PQgetisnull(handle, Int32(row), Int32(column)) == 1
  }

  func bytes(_ row: Int, _ column: Int) -> [UInt8] {
    // SAFETY: libpq keeps as many bytes as told until the result is freed, and they are copied.
    guard let start = unsafe PQgetvalue(handle, Int32(row), Int32(column)) else { return [] }
    let count = Int(unsafe PQgetlength(handle, Int32(row), Int32(column)))
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// An integer of any width; 0 for what is none.
  func number(_ row: Int, _ column: Int) -> Int {
    let bytes = bytes(row, column)
    guard (1...8).contains(bytes.count) else { return 0 }
    var number = bytes[0] >= 0x80 ? -1 : 0
    for byte in bytes { number = number << 8 | Int(byte) }
    return number
  }

  func text(_ row: Int, _ column: Int) -> String {
    String(decoding: bytes(row, column), as: UTF8.self)
  }

  /// A field of an error: `C` the SQLSTATE, `M` the message without anybody's data.
  func field(_ letter: Unicode.Scalar) -> String? {
    unsafe PQresultErrorField(handle, Int32(letter.value)).map { unsafe String(cString: $0) }
  }
}
