/// The spelling of a syllable of pinyin in the system of Wade and Giles, marks dropped, as names in
/// Taiwan and older books have it: `zhong` is `chung`, `xue` is `hsueh`.
enum WadeGiles {
  static func spelling(of syllable: String) -> String {
    let bytes = Array(syllable.utf8)
    let (initial, rest) = split(bytes)
    let final = String(decoding: bytes[rest...], as: UTF8.self)
    switch (initial, final) {
    case ("zh", "i"), ("ch", "i"): return "chih"
    case ("sh", "i"): return "shih"
    case ("r", "i"): return "jih"
    case ("z", "i"), ("c", "i"): return "tzu"
    case ("s", "i"): return "ssu"
    case ("", "yi"): return "i"
    case ("", "er"): return "erh"
    case ("", "yan"): return "yen"
    case ("", "ye"): return "yeh"
    case ("", "you"): return "yu"
    case ("", "yue"): return "yueh"
    case ("", "yong"): return "yung"
    case ("", _): return final
    default: return letters(of: initial) + vowels(of: final, after: initial)
    }
  }

  private static func split(_ bytes: [UInt8]) -> (initial: String, rest: Int) {
    guard let first = bytes.first else { return ("", 0) }
    switch first {
    case UInt8(ascii: "z"), UInt8(ascii: "c"), UInt8(ascii: "s"):
      if bytes.count > 1, bytes[1] == UInt8(ascii: "h") {
        return (String(decoding: bytes[..<2], as: UTF8.self), 2)
      }
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "o"), UInt8(ascii: "w"),
      UInt8(ascii: "y"):
      return ("", 0)
    default: break
    }
    return (String(decoding: bytes[..<1], as: UTF8.self), 1)
  }

  private static func letters(of initial: String) -> String {
    switch initial {
    case "b": "p"
    case "d": "t"
    case "g": "k"
    case "j", "q", "zh", "ch": "ch"
    case "x": "hs"
    case "z", "c": "ts"
    case "r": "j"
    default: initial
    }
  }

  private static func vowels(of final: String, after initial: String) -> String {
    switch final {
    case "ong": "ung"
    case "iong": "iung"
    case "ian": "ien"
    case "ie": "ieh"
    case "ue": "ueh"
    case "uo" where !["g", "k", "h", "sh"].contains(initial): "o"
    case "e" where ["g", "k", "h"].contains(initial): "o"
    case "ui" where initial == "g" || initial == "k": "uei"
    default: final
    }
  }
}
