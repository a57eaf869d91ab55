internal import Formats

/// The keys under which an address is filed, so that whichever may be the same shares one.
///
/// Hashes that are the same on every run and machine, so that an index of them can be stored.
public enum AddressKeys {
  /// Ascending, each once; empty where nothing below the place was told.
  public static func keys(of address: ParsedAddress) -> [UInt64] {
    var keys: Set<UInt64> = []
    let numbers = (address.houseNumbers + [address.yard].compactMap(\.self)).flatMap(points)
    for street in address.streets {
      for form in street.forms {
        let core = form.prefix { $0 != "|" }
        guard !core.isEmpty || !form.isEmpty else { continue }
        for number in numbers {
          keys.insert(hash("s", core.isEmpty ? form : String(core), number))
          // A letter lost or changed in a long name leaves its beginning or its end.
          if core.utf8.count >= 7 {
            keys.insert(hash("b", String(core.prefix(4)), number))
            keys.insert(hash("e", String(core.suffix(4)), number))
          }
        }
        if numbers.isEmpty {
          keys.insert(hash("t", form, address.places.first ?? address.country ?? ""))
        }
      }
    }
    for building in address.buildings {
      for form in building.forms where form.utf8.count >= 5 { keys.insert(hash("n", form, "")) }
    }
    for zone in address.zones {
      for form in zone.forms {
        for number in address.buildingNumbers { keys.insert(hash("z", form, number.text)) }
      }
    }
    if let box = address.poBox { keys.insert(hash("o", box.text, address.country ?? "")) }
    if let words = looseWords(of: address) { keys.insert(hash("r", words, "")) }
    return keys.sorted()
  }

  /// Where nothing was told but words and a number: the words joined.
  static func looseWords(of address: ParsedAddress) -> String? {
    guard address.streets.isEmpty, address.hasLooseNumber else { return nil }
    return address.remainder.first { $0.utf8.count >= 8 }?.replacing(" ", with: "")
  }

  /// A range is filed under its ends and everything between, up to forty numbers.
  static func points(_ number: AddressNumber) -> [String] {
    if let range = number.range { return range.prefix(40).map(String.init) }
    guard let stem = number.stem else { return [number.text] }
    return [String(stem)]
  }

  private static func hash(_ kind: String, _ first: String, _ second: String) -> UInt64 {
    var hash = StableHash.start
    for text in [kind, first, second] {
      for byte in text.utf8 { hash = StableHash.add(byte, to: hash) }
      hash = StableHash.add(0x1F, to: hash)
    }
    return hash
  }
}
