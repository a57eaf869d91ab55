/// What it costs to lay one letter against another, for each script that one of them comes from.
///
/// Built once from the sounds of letters and what the script does not tell apart: a row of 128
/// bytes for each letter.
struct SoundCosts: Sendable {
  static let shared = SoundCosts()
  static let stride = 128
  static let rows = SoundLetter.allCases.count

  private let tables: [[UInt8]]

  private init() {
    tables = SoundFamily.allCases.map(Self.table(of:))
  }

  func table(for family: SoundFamily) -> [UInt8] { tables[Int(family.rawValue)] }

  private static func table(of family: SoundFamily) -> [UInt8] {
    let sounds = family.costs()
    let letters = SoundLetter.allCases.map(\.sounds)
    var table = [UInt8](repeating: UInt8(SoundFamily.wrong), count: rows * stride)
    for (row, first) in letters.enumerated() {
      for (column, second) in letters.enumerated() where column <= row {
        var least = row == column ? 0 : SoundFamily.wrong
        for one in first {
          for other in second {
            let cost = sounds[Int(one.sound.rawValue)][Int(other.sound.rawValue)]
            least = min(least, one.cost + other.cost + cost)
          }
        }
        table[row * stride + column] = UInt8(least)
        table[column * stride + row] = UInt8(least)
      }
    }
    return table
  }
}
