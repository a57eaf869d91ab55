public import Facts
public import Formats

/// Where a fact stands in the sheets of one shape.
public struct FactPlace: Sendable, Hashable {
  let index: Int
}

/// The facts of one order in the form that rules are evaluated over: contiguous integers.
///
/// A sheet is made from a table, or filled fact by fact for input that never was one. What is not
/// set is unknown, and sets are empty and closed. Cells stand in the order of their keys: of each
/// domain first the unnamed members of its collections, then its objects; after all domains the
/// relations.
public struct FactSheet: Sendable {
  let shape: FactShape
  var cells: ContiguousArray<FactCell>
  /// Codes of cells that hold none or several.
  var codes: ContiguousArray<FactCode> = []
  private(set) var members: ContiguousArray<Int32> = []
  private(set) var memberships: ContiguousArray<Range<Int>>
  private(set) var isOpen: ContiguousArray<Bool>

  /// A sheet for a number of objects of each domain, of which nothing is known.
  public init(_ layout: FactLayout, objects counts: [Int]) {
    shape = FactShape(layout, objects: counts)
    cells = ContiguousArray(repeating: .unknown, count: shape.cells)
    let collections = layout.vocabulary.collections.count
    memberships = ContiguousArray(repeating: 0..<0, count: collections)
    isOpen = ContiguousArray(repeating: false, count: collections)
  }

  /// Makes every fact unknown and every set empty and closed; keeps the shape and the storage.
  public mutating func clear() {
    for index in cells.indices { cells[index] = .unknown }
    codes.removeAll(keepingCapacity: true)
    members.removeAll(keepingCapacity: true)
    for index in memberships.indices {
      memberships[index] = 0..<0
      isOpen[index] = false
    }
  }

  public func place(domain: Int, object: Int, term: Int) -> FactPlace {
    FactPlace(index: starts[domain] + object * layout.widths[domain] + term)
  }

  public func place(relation: Int, first: Int, second: Int) -> FactPlace {
    FactPlace(index: relationStarts[relation] + first * relationWidths[relation] + second)
  }

  // MARK: - Values

  public mutating func set(_ value: Bool, at place: FactPlace, basis: FactBasis) {
    set(FactCell(value), place, basis)
  }

  public mutating func set(_ number: Interval, at place: FactPlace, basis: FactBasis) {
    set(FactCell(number), place, basis)
  }

  public mutating func set(_ date: CivilDate, at place: FactPlace, basis: FactBasis) {
    set(FactCell(date), place, basis)
  }

  /// Text is stated or not; rules test nothing else of it.
  public mutating func setText(at place: FactPlace) { cells[place.index] = .text }

  public mutating func setUnknown(at place: FactPlace) { cells[place.index] = .unknown }

  /// An empty set of codes, which may hold more than is known where it is not complete.
  mutating func setCodes(isComplete: Bool, at place: FactPlace, basis: FactBasis) {
    set(.codes(isComplete: isComplete), place, basis)
  }

  /// Adds a code to a set; nil for one that the tree or the list does not know.
  mutating func add(_ code: FactCode?, at place: FactPlace) {
    var cell = cells[place.index]
    defer { cells[place.index] = cell }
    guard let code else {
      cell.flags.insert(.hasFaults)
      // What holds nothing but errors states nothing.
      if cell.flags.contains(.isListed), cell.high == 0 { cell.flags.remove(.isStated) }
      return
    }
    cell.flags.insert(.isStated)
    guard cell.flags.contains(.isListed) else {
      let first = FactCode(first: Int32(cell.low), last: Int32(cell.high))
      (cell.low, cell.high) = (Int64(codes.count), 2)
      codes.append(first)
      codes.append(code)
      cell.flags.insert(.isListed)
      return
    }
    if cell.high == 0 {
      (cell.low, cell.high) = (Int64(code.first), Int64(code.last))
      cell.flags.remove(.isListed)
      return
    }
    let (start, count) = (Int(cell.low), Int(cell.high))
    if start + count != codes.count {
      cell.low = Int64(codes.count)
      for index in start..<start + count { codes.append(codes[index]) }
    }
    codes.append(code)
    cell.high += 1
  }

  mutating func set(_ cell: FactCell, _ place: FactPlace, _ basis: FactBasis) {
    cells[place.index] = cell
    if basis == .inferred { cells[place.index].flags.insert(.isInferred) }
  }

  /// Indices of the objects of a collection, and whether there may be more.
  public mutating func set(_ membership: Membership, of collection: Int) {
    let start = members.count
    for member in membership.members { members.append(Int32(member)) }
    memberships[collection] = start..<members.count
    isOpen[collection] = membership.isOpen
  }
}
