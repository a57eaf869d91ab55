extension TenderNotice {
  /// The notice under an id of its own where another buyer's notice has its id already: a project
  /// number is one of the buyer's, and two buyers may use the same. Whoever came first keeps the id.
  public func apart(from known: [String: TenderNotice]) -> TenderNotice {
    guard let other = known[id], let name = buyer.first, !other.buyers.isEmpty,
      !other.buyers.contains(where: { !Set($0.names).isDisjoint(with: buyer) })
    else { return self }
    var notice = self
    notice.id += " of " + name
    return notice
  }
}
