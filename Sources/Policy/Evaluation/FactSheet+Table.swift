import Facts
import Formats

extension FactSheet {
  /// The facts of a table that any rule reads; the others stay unknown.
  init(_ table: FactTable, _ layout: FactLayout, reads: FactReads) {
    self.init(layout, objects: table.objects.map(\.count))
    for (domain, objects) in table.objects.enumerated() {
      let readings = layout.readings[domain]
      for object in objects.indices {
        let start = starts[domain] + object * readings.count
        let facts = objects[object].facts
        for term in reads.terms[domain] {
          set(
            facts[term].value, readings[term], at: FactPlace(index: start + term),
            basis: facts[term].basis)
        }
      }
    }
    for relation in reads.relations {
      let facts = table.relations[relation]
      for pair in facts.indices {
        set(
          facts[pair].value, .boolean, at: FactPlace(index: relationStarts[relation] + pair),
          basis: facts[pair].basis)
      }
    }
    for (collection, membership) in table.memberships.enumerated() {
      set(membership, of: collection)
    }
  }

  /// A value of another type than the term's is an error in data: unknown, and not stated.
  mutating func set(
    _ value: FactValue?, _ reading: FactLayout.Reading, at place: FactPlace, basis: FactBasis
  ) {
    switch (value, reading) {
    case (.boolean(let flag)?, .boolean): set(flag, at: place, basis: basis)
    case (.number(let interval)?, .number): set(interval, at: place, basis: basis)
    case (.date(let date)?, .date): set(date, at: place, basis: basis)
    case (.text?, .text): setText(at: place)
    case (.codes(let words, let isComplete)?, .codes(let order)):
      setCodes(isComplete: isComplete, at: place, basis: basis)
      for word in words { add(layout.orders[order][word], at: place) }
    case (.codes(let words, let isComplete)?, .words(let order)):
      var cell = FactCell.words(isComplete: isComplete)
      for word in words { cell.add(word: layout.orders[order][word]) }
      set(cell, place, basis)
    default: setUnknown(at: place)
    }
  }
}
