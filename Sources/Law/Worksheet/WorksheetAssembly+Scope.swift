import Facts
import Formats

/// Is the item subject to the EAR (15 CFR 734.3)?
extension WorksheetAssembly {
  mutating func scope() {
    let cited = [law.citation("us.ear.scope")]
    let origin = subject.origin
    add(
      Step(
        "scope.origin", .scope, .scope, "Is the item of US origin?",
        origin.map { Truth($0 == "US") } ?? .isUnknown,
        origin.map { "declared as made in \($0)" } ?? "no country of origin is declared",
        inputs: [Input("country of origin", origin ?? "not declared")], citations: cited))
    let from = subject.exportCountry
    add(
      Step(
        "scope.shipped", .scope, .scope, "Does it leave from the United States, or pass through?",
        from.map { Truth($0 == "US") } ?? .isUnknown,
        from.map { "leaves from \($0)" } ?? "no country of export is stated",
        inputs: [Input("country of export", from ?? "not stated")], citations: cited))
    deMinimis()
    let direct = subject.directProduct
    add(
      Step(
        "scope.direct-product", .scope, .scope,
        "Is it the foreign direct product of US technology, software or plant?", direct,
        direct == .isUnknown ? "nobody said" : "as declared or verified",
        citations: [law.citation("us.ear.734.9")]))
    let parts = ["scope.origin", "scope.shipped", "scope.de-minimis", "scope.direct-product"]
    var answer = Self.any(parts.map { self.answer($0) })
    var words: String
    switch answer {
    case .isTrue:
      words = "yes by " + parts.filter { self.answer($0) == .isTrue }.joined(separator: ", ")
    case .isFalse:
      words = "no by origin, place of export, US content and direct product"
    case .isUnknown:
      words =
        "open at " + parts.filter { self.answer($0) == .isUnknown }.joined(separator: ", ")
    }
    // What somebody verified settles what the parts leave open; it overrules no yes.
    if answer == .isUnknown, subject.verifiedScope != .isUnknown {
      answer = subject.verifiedScope
      words = "verified or declared in the record; " + words
    }
    if answer == .isFalse {
      words += "; this settles the EAR alone: sanctions and other regimes are asked below"
    }
    add(
      Step(
        "scope.subject", .scope, .scope, "Is the item subject to the EAR?", answer, words,
        citations: cited))
  }

  /// Controlled US content above 25 percent of the value, or above 10 percent to E:1 and E:2.
  private mutating func deMinimis() {
    let question = "Does controlled US content exceed the de minimis share?"
    let cited = [law.citation("us.ear.734.4")]
    let declared = subject.content.map { "\($0.words) percent" } ?? "not declared"
    var inputs = [Input("controlled US content", declared)]
    guard case .value(let groups, let table) = tables.groups.read(on: asOf) else {
      add(
        unknown(
          "scope.de-minimis", .scope, .scope, question,
          "which share applies to \(subject.destination) is not known", inputs: inputs, cited))
      return
    }
    let isEmbargoed = groups.holds(subject.destination, oneOf: ["E:1", "E:2"])
    let bound = isEmbargoed ? 10 : 25
    inputs.append(Input("share for \(subject.destination)", "\(bound) percent"))
    guard let content = subject.content, let limit = Decimal(exactly: bound) else {
      add(
        Step(
          "scope.de-minimis", .scope, .scope, question, .isUnknown,
          "no share of controlled US content is declared", inputs: inputs, citations: cited))
      return
    }
    var answer = content.isMore(than: limit)
    var words = "\(content.words) percent against \(bound) percent"
    // A low share that nobody verified would let the item out of the EAR on a bare statement.
    if answer == .isFalse, !subject.contentIsVerified {
      answer = .isUnknown
      words += ", stated and not verified"
    }
    add(
      Step(
        "scope.de-minimis", .scope, .scope, question, answer, words, inputs: inputs,
        citations: cited + [law.citation("Country Groups E:1, E:2", table)]))
  }
}
