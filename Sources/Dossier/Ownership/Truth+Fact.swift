public import Facts

extension Truth {
  /// What a true-or-false fact says.
  public init(_ fact: Fact) {
    if case .boolean(let flag)? = fact.value { self.init(flag) } else { self = .isUnknown }
  }
}
