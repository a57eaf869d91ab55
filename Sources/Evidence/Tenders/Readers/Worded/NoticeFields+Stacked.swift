extension NoticeFields.Table {
  /// The cells of a row as those of several, where its name and its numbers stand in as many lines.
  func stacked(_ cells: [String]) -> [[String]] {
    let parts = cells.map { cell in
      cell.split(separator: "\n").map { NoticeText.withoutStops($0) }.filter { !$0.isEmpty }
    }
    guard let name = index("item-name"), name < cells.count, parts[name].count > 1 else {
      return [cells]
    }
    let count = parts[name].count
    let numbers = ["quantity", "unit-price"].compactMap { index($0) }.filter {
      $0 < cells.count && parts[$0].count == count
        && parts[$0].allSatisfy { $0.first?.isNumber == true }
    }
    guard !numbers.isEmpty, parts.allSatisfy({ $0.count <= 1 || $0.count == count }) else {
      return [cells]
    }
    return (0..<count).map { row in
      parts.map { $0.count == count ? $0[row] : $0.first ?? "" }
    }
  }
}
