import Facts

/// Where the facts of a number of objects stand in a sheet; shared by all copies of the sheet, so
/// that copying one counts few references.
final class FactShape: Sendable {
  let layout: FactLayout
  /// Number of objects by domain.
  let counts: ContiguousArray<Int>
  /// First cell of the objects of each domain.
  let starts: ContiguousArray<Int>
  /// Cell of the unnamed member of each collection.
  let unnamed: ContiguousArray<Int>
  let relationStarts: ContiguousArray<Int>
  /// Number of second objects of each relation.
  let relationWidths: ContiguousArray<Int>
  /// Number of cells.
  let cells: Int

  init(_ layout: FactLayout, objects counts: [Int]) {
    let vocabulary = layout.vocabulary
    self.layout = layout
    self.counts = ContiguousArray(counts)
    var starts: ContiguousArray<Int> = []
    var unnamed = ContiguousArray(repeating: 0, count: vocabulary.collections.count)
    var next = 0
    for (domain, count) in counts.enumerated() {
      for collection in layout.collections[domain] {
        unnamed[collection] = next
        next += 1
      }
      starts.append(next)
      next += count * layout.widths[domain]
    }
    var relationStarts: ContiguousArray<Int> = []
    var relationWidths: ContiguousArray<Int> = []
    for relation in vocabulary.relations {
      relationStarts.append(next)
      relationWidths.append(counts[relation.to])
      next += counts[relation.from] * counts[relation.to]
    }
    (self.starts, self.unnamed) = (starts, unnamed)
    (self.relationStarts, self.relationWidths) = (relationStarts, relationWidths)
    cells = next
  }
}

extension FactSheet {
  var layout: FactLayout { shape.layout }
  var counts: ContiguousArray<Int> { shape.counts }
  var starts: ContiguousArray<Int> { shape.starts }
  var unnamed: ContiguousArray<Int> { shape.unnamed }
  var relationStarts: ContiguousArray<Int> { shape.relationStarts }
  var relationWidths: ContiguousArray<Int> { shape.relationWidths }
}
