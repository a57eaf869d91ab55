import Testing

@testable import Proofs

@Suite("Formulas fold what is constant and keep the rest as written")
struct FormulaTests {
  private let flag = Formula(text: "|a|")

  @Test func constantsFold() {
    #expect(flag.and(.yes) == flag)
    #expect(flag.and(.no) == .no)
    #expect(flag.or(.yes) == .yes)
    #expect(!(!flag) == flag)
    #expect(flag.implies(.no) == !flag)
    #expect(Formula.all([flag, flag]) == flag)
    #expect(flag.equals(.no) == !flag)
  }

  @Test func namesCanBeReadByASolver() {
    var script = Script()
    #expect(script.declare("a|b\\c 警", .bool).text == "|a_u7cb_u5cc _u8b66|")
    #expect(script.declare("a", .bool).text == "|a|")
    #expect(script.declare("a", .bool).text == "|a (2)|")
  }
}
