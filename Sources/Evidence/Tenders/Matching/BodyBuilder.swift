import Names

/// Gathers the bodies and numbers of notices, each once.
struct BodyBuilder {
  private(set) var identities: [Identity] = []
  private(set) var notices: [[(notice: Int32, buys: Bool)]] = []
  private(set) var numbers: [String: [Int32]] = [:]
  /// Notices by the order that a person says they serve.
  private(set) var orders: [String: [Int32]] = [:]
  /// The bodies of each notice, with whether they buy.
  private(set) var bodiesOfNotice: [(body: Int32, buys: Bool)] = []
  private(set) var bodyStarts: [Int32] = [0]
  private var places: [Key: Int] = [:]

  private struct Key: Hashable {
    let names: [String]
    let country: String?
  }

  init(_ count: Int) { places.reserveCapacity(count / 4) }

  mutating func add(_ notice: TenderNotice, _ index: Int) {
    for buyer in notice.buyers { add(buyer, index, buys: true) }
    for supplier in notice.suppliers where supplier.isAwarded {
      add(supplier.body, index, buys: false)
    }
    bodyStarts.append(Int32(bodiesOfNotice.count))
    if let order = notice.confirmedOrder, notice.confirmedBy != nil {
      orders[order, default: []].append(Int32(index))
    }
    for number in notice.numbers + [notice.id] {
      let key = TenderNumber.key(number)
      guard TenderNumber.tells(key) else { continue }
      if numbers[key]?.last != Int32(index) { numbers[key, default: []].append(Int32(index)) }
    }
  }

  private mutating func add(_ body: TenderBody, _ index: Int, buys: Bool) {
    guard !body.names.isEmpty else { return }
    let key = Key(names: body.names, country: body.country)
    let place: Int
    if let known = places[key] {
      place = known
    } else {
      place = identities.count
      places[key] = place
      identities.append(
        Identity(
          names: body.names, kind: .organisation, countries: body.country.map { [$0] } ?? []))
      notices.append([])
    }
    notices[place].append((Int32(index), buys))
    bodiesOfNotice.append((Int32(place), buys))
  }
}

/// Numbers of procurements as they are compared: letters and digits in small letters.
enum TenderNumber {
  static func key(_ number: String) -> String {
    var key = String.UnicodeScalarView()
    for scalar in NoticeText.folded(number).unicodeScalars
    where scalar.properties.isAlphabetic || NoticeText.isDigit(scalar) {
      key.append(scalar)
    }
    return String(key)
  }

  /// Whether a number is long and mixed enough to mean one procurement.
  static func tells(_ key: String) -> Bool {
    let digits = key.unicodeScalars.count { NoticeText.isDigit($0) }
    let letters = key.unicodeScalars.count - digits
    return digits >= 4 && (letters >= 2 && key.unicodeScalars.count >= 8 || digits >= 9)
  }

  /// The words of a text that may be numbers of procurements.
  static func keys(in text: String) -> Set<String> {
    var found: Set<String> = []
    // A number may stand within Chinese text without a blank around it.
    let words =
      text.split(whereSeparator: { $0.isWhitespace })
      + text.split(whereSeparator: { !$0.isASCII || $0.isWhitespace || ",;:\"".contains($0) })
    for word in words where word.utf8.count <= 200 {
      let key = key(String(word))
      if tells(key) { found.insert(key) }
      if found.count > 200 { break }
    }
    return found
  }
}
