public import Formats

extension RecordedFacts {
  /// The record as data; names stand where the table has indices.
  public var json: JSON {
    .object([
      ("form", .integer(RecordedFacts.form)),
      ("vocabulary", .string(vocabulary.fingerprint)),
      ("asOf", .string(asOf.description)),
      (
        "confirmations",
        .object(
          confirmations.sorted { $0.key < $1.key }.map { ($0.key, .boolean($0.value)) })
      ),
      ("objects", .object(vocabulary.domains.indices.map { domain($0) })),
      ("sets", .object(vocabulary.collections.indices.map { set($0) })),
      ("relations", .object(vocabulary.relations.indices.map { relation($0) })),
    ])
  }

  /// The terms that some object has a value of, once, and for each object a letter for each.
  private func domain(_ index: Int) -> (String, JSON) {
    let (domain, objects) = (vocabulary.domains[index], table.objects[index])
    let stated = domain.terms.indices.filter { term in
      objects.contains { $0.facts.indices.contains(term) && $0.facts[term].value != nil }
    }
    let rows = objects.map { object in
      var letters: [UInt8] = []
      var values: [JSON] = []
      for term in stated {
        guard object.facts.indices.contains(term), let value = object.facts[term].value else {
          letters.append(FactBasis.unknownLetter)
          continue
        }
        letters.append(object.facts[term].basis.letter)
        values.append(value.json)
      }
      return JSON.object([
        ("id", .string(object.id)), ("basis", .string(String(decoding: letters, as: UTF8.self))),
        ("values", .array(values)),
      ])
    }
    return (
      domain.name,
      .object([
        ("terms", .strings(stated.map { domain.terms[$0].name })), ("objects", .array(rows)),
      ])
    )
  }

  private func set(_ index: Int) -> (String, JSON) {
    let membership = table.memberships[index]
    let members = JSON.array(membership.members.map(JSON.integer))
    return (
      vocabulary.collections[index].phrase,
      membership.isOpen ? .object([("open", members)]) : members
    )
  }

  /// One letter for each pair, row by row, with how many alike follow each other before it.
  private func relation(_ index: Int) -> (String, JSON) {
    var text: [UInt8] = []
    var run: (letter: UInt8, count: Int)?
    func flush() {
      guard let run else { return }
      if run.count > 1 { text += Array(String(run.count).utf8) }
      text.append(run.letter)
    }
    for fact in table.relations[index] {
      let letter = RecordedFacts.letter(fact)
      if run?.letter == letter {
        run?.count += 1
      } else {
        flush()
        run = (letter, 1)
      }
    }
    flush()
    return (vocabulary.relationName(index), .string(String(decoding: text, as: UTF8.self)))
  }

  /// The letter of the basis: a capital where the relation holds.
  private static func letter(_ fact: Fact) -> UInt8 {
    guard case .boolean(let holds)? = fact.value else { return FactBasis.unknownLetter }
    return holds ? fact.basis.letter & 0xDF : fact.basis.letter
  }
}

extension FactValue {
  /// The value as data; its kind can be told from its form alone.
  fileprivate var json: JSON {
    switch self {
    case .boolean(let flag): return .boolean(flag)
    case .codes(let codes, let isComplete):
      return isComplete ? .strings(codes) : .object([("some", .strings(codes))])
    case .number(let interval):
      if let low = interval.low, low == interval.high { return FactValue.json(low) }
      return .object([
        ("between", .array([FactValue.json(interval.low), FactValue.json(interval.high)]))
      ])
    case .date(let date): return .object([("on", .string(date.description))])
    // No rule may judge a text: that there is one is all that counts.
    case .text: return .string("")
    }
  }

  private static func json(_ number: Decimal?) -> JSON {
    number.map { JSON(.number($0.description)) } ?? .null
  }
}
