/// An identity among many that may be the one asked for.
struct NameHit: Sendable, Hashable {
  let identity: Int
  /// From 0 to 100; 100 for one that shares a number or an address.
  var score: Int
}

extension CompiledNames {
  /// The identities that may be the one asked for, the best first, before countries, kinds and
  /// numbers are weighed.
  func hits(
    for query: IdentityProfile, knowledge: NameKnowledge, _ scratch: inout SearchScratch
  ) -> [NameHit] {
    var best: [UInt32: Int] = [:]
    func offer(_ identity: UInt32, _ score: Int) {
      if score > best[identity] ?? -1 { best[identity] = score }
    }
    for key in IndexKeys.certain(query) {
      nameTable.with(nameTable.range(of: key)) { found in
        for index in found.indices { offer(name(Int(found[index])).identity, 100) }
      }
    }
    if query.isMaybePerson {
      for form in query.personForms {
        scratch.clear()
        for (name, score) in persons(for: form, &scratch) { offer(name.identity, score) }
      }
    }
    for (index, parsed) in query.parsed.enumerated() {
      scratch.clear()
      for (name, score) in bodies(
        for: parsed, query.parsedKeys[index], knowledge: knowledge, &scratch)
      {
        offer(name.identity, score)
      }
    }
    return best.map { NameHit(identity: Int($0.key), score: $0.value) }
      .sorted { $0.score == $1.score ? $0.identity < $1.identity : $0.score > $1.score }
  }
}
