/// A parameter in PostgreSQL's binary format.
enum PostgreSQLValue {
  case number(Int)
  case bytes([UInt8])
  case numbers([Int])
  case texts([String])
  case blobs([[UInt8]])

  /// The name of its type.
  var type: String {
    switch self {
    case .number: "bigint"
    case .bytes: "bytea"
    case .numbers: "bigint[]"
    case .texts: "text[]"
    case .blobs: "bytea[]"
    }
  }

  var encoded: [UInt8] {
    switch self {
    case .number(let number): PostgreSQLValue.bigEndian(Int64(number))
    case .bytes(let bytes): bytes
    case .numbers(let numbers):
      PostgreSQLValue.array(of: 20, numbers.map { PostgreSQLValue.bigEndian(Int64($0)) })
    case .texts(let texts): PostgreSQLValue.array(of: 25, texts.map { Array($0.utf8) })
    case .blobs(let blobs): PostgreSQLValue.array(of: 17, blobs)
    }
  }

  static func bigEndian(_ number: some FixedWidthInteger) -> [UInt8] {
    unsafe withUnsafeBytes(of: number.bigEndian) { unsafe Array($0) }
  }

  /// `array_recv` of PostgreSQL: dimensions, whether any is null, the type (`pg_type.oid`), count,
  /// first index, and each element behind its length.
  private static func array(of type: Int32, _ elements: [[UInt8]]) -> [UInt8] {
    guard !elements.isEmpty else { return [0, 0, type].flatMap { bigEndian(Int32($0)) } }
    var output = [1, 0, type, Int32(clamping: elements.count), 1].flatMap { bigEndian($0) }
    output.reserveCapacity(output.count + elements.reduce(0) { $0 + $1.count + 4 })
    for element in elements {
      output += bigEndian(Int32(clamping: element.count))
      output += element
    }
    return output
  }
}
