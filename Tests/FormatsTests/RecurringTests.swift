import Testing

@testable import Formats

/// What is kept is what comes again, and never more than was allowed.
struct RecurringTests {
  private func key(_ number: Int) -> WrittenKey {
    var key = WrittenKey()
    key.add(number)
    return key
  }

  @Test func whatComesOnceIsNotKept() {
    let recurring = Recurring<Int>(most: 2)
    recurring.note(7, for: key(1))
    #expect(recurring[key(1)] == nil)
    recurring.note(7, for: key(1))
    #expect(recurring[key(1)] == 7)
    #expect(recurring[key(2)] == nil)
  }

  @Test func theOldestMakesRoom() {
    let recurring = Recurring<Int>(most: 2)
    for number in 1...3 {
      recurring.note(number, for: key(number))
      recurring.note(number, for: key(number))
    }
    #expect(recurring[key(1)] == nil)
    #expect(recurring[key(2)] == 2)
    #expect(recurring[key(3)] == 3)
    recurring.note(1, for: key(1))
    #expect([1, 2, 3].map { recurring[key($0)] } == [1, nil, 3])
  }

  /// A stream without an end in which nothing comes twice fills no memory.
  @Test func keysThatWereMetAreForgottenInTheEnd() {
    let recurring = Recurring<Int>(most: 2)
    for number in 0..<100_000 { recurring.note(number, for: key(number)) }
    #expect((0..<100_000).allSatisfy { recurring[key($0)] == nil })
    recurring.note(1, for: key(99_999))
    #expect(recurring[key(99_999)] == 1)
  }

  @Test func bytesAreKeysAsTheyStand() {
    var (whole, parted) = (WrittenKey(), WrittenKey())
    whole.add([1, 2] as [UInt8])
    parted.add([1] as [UInt8])
    parted.add([2] as [UInt8])
    #expect(whole != parted)
  }
}
