import Formats

extension Vocabulary {
  /// Sixteen digits that change where a name or a type does: terms, collections or relations.
  ///
  /// Tells readers of a record whether it was written with their own words; proves nothing.
  public var fingerprint: String { printed.value }

  /// The name of a relation in records: `listing names party`.
  func relationName(_ index: Int) -> String { relations[index].name(in: domains) }
}

/// The fingerprint of a vocabulary.
struct VocabularyPrint {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  init(_ domains: [Domain], _ collections: [Collection], _ relations: [Relation]) {
    for domain in domains {
      add("domain " + domain.name)
      for term in domain.terms { add(term.name + " " + VocabularyPrint.words(term)) }
    }
    for collection in collections {
      add("collection \(collection.phrase) \(domains[collection.domain].name)")
    }
    for relation in relations { add("relation " + relation.name(in: domains)) }
  }

  var digits: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private mutating func add(_ text: String) {
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash = (hash ^ 0xFF) &* 0x0000_0100_0000_01B3
  }

  private static func words(_ term: Term) -> String {
    let type =
      switch term.type {
      case .boolean: "boolean"
      case .tree(let name): "tree " + name
      case .word(let words): "word " + words.joined(separator: ",")
      case .number(let unit): "number " + unit
      case .date: "date"
      case .text: "text"
      }
    return term.holdsSeveral ? type + " several" : type
  }
}

extension Relation {
  fileprivate func name(in domains: [Domain]) -> String {
    "\(domains[from].name) \(phrase) \(domains[to].name)"
  }
}
