/// Which words of two names are taken for each other.
extension PersonMeasure {
  /// Pairs words, the most alike first; of equals those that stand first, in both names together,
  /// so that it does not matter which of the names is the left one.
  mutating func align(_ left: Span<PersonWord>, _ right: Span<PersonWord>) {
    var (freeLeft, freeRight) = (
      ((UInt32(1) << UInt32(leftStarts.count)) - 1) & ~joinedRows,
      ((UInt32(1) << UInt32(rightStarts.count)) - 1) & ~joinedColumns
    )
    while freeLeft != 0, freeRight != 0 {
      var best = (value: 0, row: 0, column: 0)
      // What is taken already is neither free nor loose.
      for row in leftStarts.indices where freeLeft & (1 << UInt32(row)) != 0 {
        for column in rightStarts.indices where freeRight & (1 << UInt32(column)) != 0 {
          let value = Int(likenesses[row * Self.mostWords + column])
          if value > best.value
            || value == best.value && row + column < best.row + best.column
          {
            best = (value, row, column)
          }
        }
      }
      guard best.value >= WordMeasure.leastLikeness else { break }
      freeLeft &= ~(1 << UInt32(best.row))
      freeRight &= ~(1 << UInt32(best.column))
      pairs.append(
        Pair(
          left: leftStarts[best.row], right: rightStarts[best.column], likeness: best.value,
          ground: grounds[best.row * Self.mostWords + best.column]))
    }
    // What is taken already is neither free nor loose.
    for row in leftStarts.indices where freeLeft & (1 << UInt32(row)) != 0 {
      looseLeft.append(leftStarts[row])
    }
    for column in rightStarts.indices where freeRight & (1 << UInt32(column)) != 0 {
      looseRight.append(rightStarts[column])
    }
  }
}
