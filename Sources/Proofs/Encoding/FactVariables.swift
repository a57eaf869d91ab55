import Facts

/// One fact of one object as a solver sees it: what is known, and what it turns out to be.
struct FactVariables: Sendable {
  enum Value: Sendable {
    /// Known and completed value are one.
    case flag(Formula)
    /// Which classes the known codes have, whether no others can be added, and which classes the
    /// codes turn out to have.
    case codes(has: [Formula], isComplete: Formula, isOne: Bool, turnsOut: [Int: Formula])
    /// Bounds in millionths, whether they are open, and what the number turns out to be.
    case number(low: Formula, lowIsOpen: Formula, high: Formula, highIsOpen: Formula, Formula)
    /// Days since 1970-01-01.
    case day(Formula)
    case text
  }

  /// Whether anything can be told from it; a value that is an error in data tells nothing.
  let isKnown: Formula
  /// Whether it is only inferred, so that it lifts nothing.
  let isInferred: Formula
  let value: Value

  /// Whether it has a value, whatever it is.
  var isStated: Formula {
    switch value {
    case .flag, .day, .text: isKnown
    case .number(_, let lowIsOpen, _, let highIsOpen, _):
      isKnown.and((!lowIsOpen).or(!highIsOpen))
    case .codes(let has, let isComplete, _, _): isKnown.and(.any([isComplete] + has))
    }
  }
}

/// The order as it is known, or the other one that a guarantee compares it with.
enum World: Int, Sendable { case order, other }

/// How the other order differs.
enum WorldDifference: Sendable {
  case none
  /// Facts that are set: of a slot, or of a pair of slots for a relation.
  case given([ChangedFact])
  /// Adverse facts are raised and members are added.
  case raised
}

/// A fact that the other order has instead.
struct ChangedFact: Sendable, Hashable {
  let slot: Int
  let domain: Int
  /// Name of the term, or the index of the relation as text.
  let term: String
  let second: Int?
  let value: FactValue?
}

/// One object of which a proof speaks: any object that an order names, or one that it does not.
struct Slot: Sendable, Hashable {
  /// How it is named: a variable, or `party 2`.
  let name: String
  let domain: Int
}
