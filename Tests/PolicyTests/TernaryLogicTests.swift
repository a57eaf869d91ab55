import Facts
import Formats
import Testing

@testable import Policy

/// Third-party cases that stand beside the package and are never part of it.
enum Shared {
  static let folder: String = {
    let bytes = (try? FileReader.bytes(of: "/proc/self/environ")) ?? []
    for entry in bytes.split(separator: 0).map({ String(decoding: $0, as: UTF8.self) })
    where entry.hasPrefix("SCRUPLE_SHARED=") {
      return String(entry.dropFirst("SCRUPLE_SHARED=".count))
    }
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(root)/../shared"
  }()

  static let ternary = folder + "/policy/ternary.ndjson"
}

@Suite("Logic is strong Kleene logic: unknown is neither true nor false and propagates")
struct TernaryLogicTests {
  private static let values: [Truth] = [.isFalse, .isUnknown, .isTrue]

  @Test func andOrAndNot() {
    let and: [[Truth]] = [
      [.isFalse, .isFalse, .isFalse], [.isFalse, .isUnknown, .isUnknown],
      [.isFalse, .isUnknown, .isTrue],
    ]
    let or: [[Truth]] = [
      [.isFalse, .isUnknown, .isTrue], [.isUnknown, .isUnknown, .isTrue],
      [.isTrue, .isTrue, .isTrue],
    ]
    for (row, left) in Self.values.enumerated() {
      for (column, right) in Self.values.enumerated() {
        #expect(left.and(right) == and[row][column], "\(left) and \(right)")
        #expect(left.or(right) == or[row][column], "\(left) or \(right)")
        #expect(!(left.and(right)) == (!left).or(!right))
      }
    }
    #expect(Self.values.map { !$0 } == [.isTrue, .isUnknown, .isFalse])
    #expect(Self.values.map(\.name) == ["false", "unknown", "true"])
    #expect(Truth(true) == .isTrue && Truth(false) == .isFalse)
  }

  /// The same tables through the language: neutral facts in a note.
  @Test func conditionsFollowTheTables() throws {
    let policies = try Sample.rules([
      "when order is urgent and order.kind is sale then note",
      "when order is urgent or order.kind is sale then note",
      "when not order is urgent then note",
    ])
    for left in Self.values {
      for right in Self.values {
        var table = SampleTable()
        table.order("urgent", left == .isUnknown ? nil : .boolean(left == .isTrue))
        table.order("kind", right == .isUnknown ? nil : codes(right == .isTrue ? "sale" : "loan"))
        let states = table.evaluate(policies).results.map(\.state)
        #expect(states == [left.and(right), left.or(right), !left].map(state))
      }
    }
  }

  private func state(_ truth: Truth) -> RuleResult.State {
    switch truth {
    case .isTrue: .fired
    case .isUnknown: .undetermined
    case .isFalse: .notFired
    }
  }

  @Test(.enabled(if: FileReader.isFile(Shared.ternary)))
  func publishedCasesOfTernaryLogic() throws {
    let lines = try FileReader.bytes(of: Shared.ternary).split(separator: UInt8(ascii: "\n"))
    var checked = 0
    for line in lines {
      let json = try JSONReader.read(Array(line))
      guard json["error"]?.boolean == false, let inputs = json["inputs"] else { continue }
      let (a, b) = (truth(inputs["A"]), truth(inputs["B"]))
      let expected = truth(json["expected"])
      switch json["expr"]?.string {
      case "A and B": #expect(a.and(b) == expected)
      case "A or B": #expect(a.or(b) == expected)
      case "not(A)": #expect(!a == expected)
      default: continue
      }
      checked += 1
    }
    #expect(checked >= 20)
  }

  private func truth(_ value: JSON?) -> Truth {
    switch value?["v"]?.string {
    case "true": .isTrue
    case "false": .isFalse
    default: .isUnknown
    }
  }
}

@Suite("Numbers are intervals, and a comparison with one has three values")
struct IntervalTests {
  private func interval(_ low: Int?, _ high: Int?) -> Interval {
    Interval(
      low: low.flatMap { Decimal(exactly: $0) }, high: high.flatMap { Decimal(exactly: $0) })
  }

  private func decimal(_ value: Int) -> Decimal { Decimal(exactly: value) ?? .zero }

  @Test func comparisonsFollowFromEveryPossibleNumber() {
    let bounds: [Int?] = [nil, -3, -1, 0, 2, 5]
    for low in bounds {
      for high in bounds where low.flatMap({ low in high.map { low <= $0 } }) ?? true {
        let possible = ((low ?? -20)...(high ?? 20)).map { $0 }
        let subject = interval(low, high)
        for bound in -6...6 {
          func expected(_ test: (Int) -> Bool) -> Truth {
            possible.allSatisfy(test)
              ? .isTrue : possible.contains(where: test) ? .isUnknown : .isFalse
          }
          #expect(subject.isAtLeast(decimal(bound)) == expected { $0 >= bound })
          #expect(subject.isMore(than: decimal(bound)) == expected { $0 > bound })
          #expect(subject.equals(decimal(bound)) == expected { $0 == bound })
        }
      }
    }
  }

  @Test func sumsAndProductsHoldEveryPossibleResult() {
    let bounds: [Int?] = [nil, -3, 0, 2]
    for low in bounds {
      for high in bounds where low.flatMap({ low in high.map { low <= $0 } }) ?? true {
        let subject = interval(low, high)
        for value in (low ?? -9)...(high ?? 9) {
          for factor in -3...3 {
            let product = subject.multiplied(by: decimal(factor))
            #expect(product.isAtLeast(decimal(value * factor)) != .isFalse)
            #expect(product.isMore(than: decimal(value * factor)) != .isTrue)
          }
          let sum = subject.adding(interval(-1, 4))
          #expect(sum.isAtLeast(decimal(value + 4)) != .isFalse)
          #expect(
            sum.isMore(than: decimal(value - 1)) != .isTrue || low.map { $0 < value } == false)
        }
      }
    }
  }

  @Test func aReturnTurnsTheBoundsRound() {
    let returned = interval(100, 200).multiplied(by: decimal(-2))
    #expect(returned == interval(-400, -200))
    #expect(returned.words == "-400 to -200")
    #expect(interval(100, nil).multiplied(by: decimal(-2)) == interval(nil, -200))
  }

  @Test func whatDoesNotFitIsOpen() {
    let large = Interval(exactly: Decimal(millionths: .max))
    #expect(large.adding(large) == interval(nil, nil))
    #expect(large.multiplied(by: decimal(2)).words == "an unknown number")
  }
}
