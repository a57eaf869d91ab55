import Formats

/// The tests that differ from a bound by one step.
struct BoundVariations {
  let unit: String
  /// Counts are whole: `at least 3` and `more than 2` say the same of them.
  let isWhole: Bool
  /// The fact in words.
  let fact: String

  func all(_ test: Atom.Test) -> [TestVariation] {
    guard let bound = Bound(test) else { return [] }
    let step = step(at: bound.value)
    var variations = [variation(.shift, bound.shifted, from: bound)]
    // Upwards makes `at least` harder to meet and `at most` easier.
    for (moved, kind) in [
      (
        bound.value.adding(Decimal(millionths: -step)), bound.isLower ? MutationKind.widen : .narrow
      ),
      (bound.value.adding(Decimal(millionths: step)), bound.isLower ? .narrow : .widen),
    ] {
      // No quantity is less than none, so a bound below it is no sensible one.
      guard let moved, moved >= .zero else { continue }
      variations.append(variation(kind, bound.moved(to: moved), from: bound))
    }
    guard isWhole else { return variations }
    var seen: Set<Int64> = []
    return variations.filter {
      guard let other = Bound($0.test) else { return false }
      return seen.insert(other.threshold).inserted || $0.equivalence != nil
    }
  }

  private func variation(_ kind: MutationKind, _ new: Bound, from old: Bound) -> TestVariation {
    let equivalence =
      isWhole && new.threshold == old.threshold
      ? "no whole number lies between"
      : isWhole && new.isLower && max(new.threshold, old.threshold) <= 0
        ? "a count is never below none" : nil
    return TestVariation(
      kind: kind, test: new.test,
      verb: (kind == .shift ? "shifted to `" : kind == .widen ? "widened to `" : "narrowed to `")
        + words(new) + "`",
      equivalence: equivalence,
      unshown: "no example gives \(fact) as "
        + (old.value == new.value
          ? "exactly \(quantity(old.value))"
          : "a number from \(min(old.value, new.value)) to \(quantity(max(old.value, new.value)))"))
  }

  private func words(_ bound: Bound) -> String { bound.phrase + " " + quantity(bound.value) }

  private func quantity(_ value: Decimal) -> String {
    unit.isEmpty ? "\(value)" : "\(value) \(unit)"
  }

  /// The least step that people would write, in millionths: a hundredth of a percent, one of
  /// anything else, or the last digit of a bound that is finer.
  private func step(at bound: Decimal) -> Int64 {
    var step: Int64 = unit == "percent" ? 10_000 : 1_000_000
    while !isWhole, step > 1, bound.millionths % step != 0 { step /= 10 }
    return step
  }
}

/// A comparison with a bound, taken apart.
private struct Bound {
  let value: Decimal
  /// `at least` and `more than`, not `at most` and `less than`.
  let isLower: Bool
  /// Whether the bound itself meets it.
  let isIncluded: Bool

  init(value: Decimal, isLower: Bool, isIncluded: Bool) {
    self.value = value
    self.isLower = isLower
    self.isIncluded = isIncluded
  }

  init?(_ test: Atom.Test) {
    switch test {
    case .atLeast(let value): self.init(value: value, isLower: true, isIncluded: true)
    case .moreThan(let value): self.init(value: value, isLower: true, isIncluded: false)
    case .atMost(let value): self.init(value: value, isLower: false, isIncluded: true)
    case .lessThan(let value): self.init(value: value, isLower: false, isIncluded: false)
    default: return nil
    }
  }

  var test: Atom.Test {
    switch (isLower, isIncluded) {
    case (true, true): .atLeast(value)
    case (true, false): .moreThan(value)
    case (false, true): .atMost(value)
    case (false, false): .lessThan(value)
    }
  }

  var phrase: String {
    switch (isLower, isIncluded) {
    case (true, true): "at least"
    case (true, false): "more than"
    case (false, true): "at most"
    case (false, false): "less than"
    }
  }

  var shifted: Bound { Bound(value: value, isLower: isLower, isIncluded: !isIncluded) }

  func moved(to value: Decimal) -> Bound {
    Bound(value: value, isLower: isLower, isIncluded: isIncluded)
  }

  /// The least whole number that meets a lower bound, or the greatest that meets an upper one.
  var threshold: Int64 {
    let one: Int64 = 1_000_000
    let floor =
      value.millionths >= 0 || value.isInteger
      ? value.millionths / one : value.millionths / one - 1
    if isLower { return isIncluded && value.isInteger ? floor : floor + 1 }
    return !isIncluded && value.isInteger ? floor - 1 : floor
  }
}
