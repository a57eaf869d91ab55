extension NameKnowledge {
  /// Takes a written address apart, in Chinese or in letters, in either order.
  ///
  /// `country` is the ISO 3166-1 code that the context states; what the address says itself rules.
  /// Never fails: what cannot be told stays in the remainder.
  public func address(_ text: String, country: String? = nil) -> ParsedAddress {
    AddressParser(text, country: country, knowledge: self).parsed()
  }

  /// Takes an address apart that was given in fields, the smallest place first.
  public func address(
    street: String, city: String = "", region: String = "", postcode: String = "",
    country: String? = nil
  ) -> ParsedAddress {
    let parts = [street, city, region, postcode.isEmpty ? "" : "postcode " + postcode]
    return address(parts.filter { !$0.isEmpty }.joined(separator: ", "), country: country)
  }
}

extension NameKnowledge {
  /// Whether two addresses are one, with the reasons for and against.
  ///
  /// Symmetric in its verdict. A number, unit, street or place that differs is a contradiction;
  /// what one side omits is none.
  public func compare(_ left: ParsedAddress, _ right: ParsedAddress) -> AddressComparison {
    var judge = AddressJudge(left, right, tree: tables.places.tree)
    return judge.comparison()
  }
}
