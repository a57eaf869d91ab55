import Formats

/// Reads screening requests: one object, a list of objects, or one object a line (NDJSON).
///
/// Whatever the bytes are, the answer is at least one result, and a result without an order
/// carries at least one error. All faults of an order are told at once, up to 100.
public enum OrderDecoder {
  /// A list of more orders than this is refused; NDJSON has no such limit.
  static let listLimit = 100_000

  /// All orders of the input. `knownCountries` holds ISO 3166-1 alpha-2 codes in capital letters,
  /// `formerCountries` those that were taken back with those in their place.
  public static func decode(
    _ bytes: [UInt8], file: String? = nil, knownCountries: Set<String>,
    formerCountries: [String: [String]] = [:]
  ) -> [DecodedOrder] {
    var orders: [DecodedOrder] = []
    forEachOrder(
      in: bytes, file: file, knownCountries: knownCountries, formerCountries: formerCountries
    ) { orders.append($0) }
    return orders
  }

  /// Hands over one result after the other, so that a long file needs no list of all.
  public static func forEachOrder(
    in bytes: [UInt8], file: String? = nil, knownCountries: Set<String>,
    formerCountries: [String: [String]] = [:], _ handle: (DecodedOrder) -> Void
  ) {
    OrderSource(
      bytes: bytes, file: file, countries: KnownCountries(knownCountries, former: formerCountries),
      limits: JSONReader.Limits()
    ).readAll(handle)
  }
}
