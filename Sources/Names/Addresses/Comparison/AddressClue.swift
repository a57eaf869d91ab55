/// What an address must show in its plain letters and digits to share a key with another.
///
/// A sieve before an address is taken apart: whichever shares a key passes it, and few others do.
package struct AddressClue: Sendable, Hashable {
  /// A number that it writes or spans; nil where none is told.
  package let number: Int?
  /// Letters and digits with which some of its words, in their order, begin.
  package let opening: [UInt8]
  /// Those with which some of its words end.
  package let closing: [UInt8]

  init(number: Int? = nil, opening: Substring = "", closing: Substring = "") {
    self.number = number
    self.opening = Self.plain(opening)
    self.closing = Self.plain(closing)
  }

  /// Letters of other scripts ask for nothing: what they are in a text is not known.
  private static func plain(_ text: Substring) -> [UInt8] {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return [] }
    return text.utf8.filter { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 }
  }
}

extension AddressKeys {
  /// One for each way in which an address may share a key with this one (`keys(of:)`).
  package static func clues(of address: ParsedAddress) -> [AddressClue] {
    var clues: Set<AddressClue> = []
    let points = (address.houseNumbers + [address.yard].compactMap(\.self)).flatMap(points)
    for street in address.streets {
      for form in street.forms {
        let core = form.prefix { $0 != "|" }
        for point in points {
          let number = Int(point)
          if core.utf8.count >= 7 {
            clues.insert(AddressClue(number: number, opening: core.prefix(4)))
            clues.insert(AddressClue(number: number, closing: core.suffix(4)))
          } else {
            clues.insert(AddressClue(number: number, opening: core))
          }
        }
        if points.isEmpty {
          // Of `5th Street` only the ordinal is told.
          clues.insert(
            core.isEmpty
              ? AddressClue(number: form.split(separator: "|").last.flatMap { Int($0) })
              : named(core))
        }
      }
    }
    for building in address.buildings {
      for form in building.forms where form.utf8.count >= 5 { clues.insert(named(form[...])) }
    }
    for zone in address.zones {
      for form in zone.forms {
        for number in address.buildingNumbers {
          clues.insert(named(form[...], number: number.stem))
        }
      }
    }
    if let box = address.poBox {
      clues.insert(
        box.stem.map { AddressClue(number: $0) } ?? AddressClue(opening: box.text.prefix(6)))
    }
    if let words = looseWords(of: address) { clues.insert(named(words[...])) }
    return Array(clues)
  }

  private static func named(
    _ form: Substring, number: Int? = nil
  ) -> AddressClue {
    AddressClue(number: number, opening: form.prefix(6), closing: form.suffix(6))
  }
}
