import Formats
import Synchronization
import Testing

@Suite("What was worked out before is not worked out again, within bounds")
struct RememberedTests {
  private func key(_ number: Int) -> WrittenKey {
    var key = WrittenKey()
    key.add(number)
    return key
  }

  /// Names are not always read alike that Swift holds for equal.
  @Test func textsAreOneKeyByTheirBytesAlone() {
    func key(_ texts: [String]...) -> WrittenKey {
      var key = WrittenKey()
      for texts in texts { key.add(texts) }
      return key
    }
    #expect("é" == "e\u{301}" && key(["é"]) != key(["e\u{301}"]))
    #expect(key(["박"]) != key(["\u{1107}\u{1161}\u{11A8}"]))
    #expect(key(["ab", "c"]) != key(["a", "bc"]) && key(["a"], ["b"]) != key(["a", "b"]))
    #expect(key(["a", "b"], []) == key(["a", "b"], []))
  }

  @Test func aValueIsMadeOncePerKeyUntilThereAreTooMany() {
    let made = Mutex<[Int]>([])
    let squares = Remembered<Int>(most: 3)
    func square(_ number: Int) -> Int {
      squares.value(of: key(number)) {
        made.withLock { $0.append(number) }
        return number * number
      }
    }
    #expect([1, 2, 1, 3, 2].map(square) == [1, 4, 1, 9, 4])
    #expect(made.withLock { $0 } == [1, 2, 3])
    // The fourth is one too many: all are forgotten, and answers stay what they are.
    #expect([4, 4, 1].map(square) == [16, 16, 1])
    #expect(made.withLock { $0 } == [1, 2, 3, 4, 1])
  }

  @Test func manyMayAskAtOneTime() async {
    let texts = Remembered<String>(most: 16)
    await withTaskGroup(of: Bool.self) { group in
      for task in 0..<8 {
        group.addTask {
          (0..<2000).allSatisfy { step in
            let number = (step * 7 + task) % 40
            return texts.value(of: key(number)) { "value \(number)" } == "value \(number)"
          }
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}
