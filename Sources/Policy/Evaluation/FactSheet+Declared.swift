public import Facts

extension FactSheet {
  /// Sets a term to what its field says.
  ///
  /// A value of another type than the term's is an error in data: unknown, and not stated.
  public mutating func set(_ value: DeclaredValue, domain: Int, object: Int, term: Int) {
    let place = place(domain: domain, object: object, term: term)
    switch (value, layout.readings[domain][term]) {
    case (.boolean(let flag), .boolean): cells[place.index] = FactCell(flag)
    case (.number(let number), .number): cells[place.index] = FactCell(Interval(exactly: number))
    case (.date(let date), .date): cells[place.index] = FactCell(date)
    case (.text, .text): setText(at: place)
    case (.code(let index), .codes(let order)):
      guard let code = layout.orders[order][index] else { return setUnknown(at: place) }
      cells[place.index] = FactCell(code)
    case (.codes(let indices), .codes(let order)):
      setCodes(isComplete: true, at: place, basis: .declared)
      for index in indices { add(layout.orders[order][index], at: place) }
    case (.code(let index), .words(let order)): setWords(CollectionOfOne(index), order, at: place)
    case (.codes(let indices), .words(let order)): setWords(indices, order, at: place)
    default: setUnknown(at: place)
    }
  }

  private mutating func setWords(
    _ indices: some Sequence<Int>, _ order: Int, at place: FactPlace
  ) {
    var cell = FactCell.words(isComplete: true)
    for index in indices { cell.add(word: layout.orders[order][index]) }
    cells[place.index] = cell
  }
}
