/// Phrases by their first two scalars, so that a text is read once for all of them.
struct PhraseHeads: Sendable {
  /// Where the phrases of each bucket begin in `members`; one more than there are buckets.
  private var starts: [Int32]
  private var members: [Int32]

  private static let buckets = 4096

  init(_ phrases: [[Unicode.Scalar]]) {
    var lists = [[Int32]](repeating: [], count: PhraseHeads.buckets)
    for (index, phrase) in phrases.enumerated() where !phrase.isEmpty {
      let second = phrase.count > 1 ? phrase[1] : nil
      // What follows a phrase of one scalar may be anything.
      let buckets = second.map { [PhraseHeads.bucket(phrase[0], $0)] } ?? Array(lists.indices)
      for bucket in buckets { lists[bucket].append(Int32(index)) }
    }
    starts = [0]
    members = []
    for list in lists {
      members += list
      starts.append(Int32(members.count))
    }
  }

  /// The phrases that may stand at a place, in their order.
  func entries(at place: Int, of text: [Unicode.Scalar]) -> ArraySlice<Int32> {
    let second = place + 1 < text.count ? text[place + 1] : "\0"
    let bucket = PhraseHeads.bucket(text[place], second)
    return members[Int(starts[bucket])..<Int(starts[bucket + 1])]
  }

  private static func bucket(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Int {
    Int((first.value &* 31 &+ second.value &* 0x9E37) % UInt32(buckets))
  }
}
