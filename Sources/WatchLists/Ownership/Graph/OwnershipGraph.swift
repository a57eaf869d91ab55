public import Formats

/// Who owns and who controls whom, as the `ownership` folder of a corpus tells it.
///
/// Holders stand in the order of their ids and ties in an order of their own, so that no answer
/// depends on the order of files or lines. A tie is found from both of its ends in constant time.
public struct OwnershipGraph: Sendable {
  public struct Holder: Sendable, Hashable {
    public let id: String
    public let names: [String]
    /// ISO 3166-1 alpha-2.
    public let countries: [String]
    /// Numbers of registers and of tax offices, as written.
    public let identifiers: [String]
    /// Set where the source says that there is somebody and not who: why, in words.
    /// Such an owner may be a restricted party.
    public let undisclosed: String?
    public let isPerson: Bool

    public init(
      id: String, names: [String], countries: [String], identifiers: [String] = [],
      undisclosed: String? = nil, isPerson: Bool = false
    ) {
      self.id = id
      self.names = names
      self.countries = countries
      self.identifiers = identifiers
      self.undisclosed = undisclosed ?? (names.isEmpty ? "`\(id)`, whose name is not stated" : nil)
      self.isPerson = isPerson
    }
  }

  public let holders: [Holder]
  /// What was read with doubt, one of a kind with its count; warnings and notes only.
  public let notices: [Diagnostic]
  /// By owner and asset.
  let ties: [OwnershipTie]
  /// Where the ties of each owner begin; one more than there are holders.
  private let starts: [Int32]
  /// Places of ties by asset, and where those of each asset begin.
  private let incoming: [Int32]
  private let incomingStarts: [Int32]

  public init() { self.init(holders: [], ties: [], notices: []) }

  /// `ties` refer to places in `holders`; both are put in order here.
  init(holders: [Holder], ties: [OwnershipTie], notices: [Diagnostic]) {
    self.holders = holders
    self.notices = notices
    let ordered = ties.sorted(by: OwnershipTie.precedes)
    self.ties = ordered
    var starts = [Int32](repeating: 0, count: holders.count + 1)
    var incomingStarts = starts
    for tie in ordered {
      starts[Int(tie.owner) + 1] += 1
      incomingStarts[Int(tie.asset) + 1] += 1
    }
    for index in holders.indices {
      starts[index + 1] += starts[index]
      incomingStarts[index + 1] += incomingStarts[index]
    }
    var next = incomingStarts
    var incoming = [Int32](repeating: 0, count: ordered.count)
    for (place, tie) in ordered.enumerated() {
      incoming[Int(next[Int(tie.asset)])] = Int32(place)
      next[Int(tie.asset)] += 1
    }
    self.starts = starts
    self.incoming = incoming
    self.incomingStarts = incomingStarts
  }

  /// What a holder holds: its ties, those to one asset side by side.
  func holdings(of owner: Int) -> ArraySlice<OwnershipTie> {
    ties[Int(starts[owner])..<Int(starts[owner + 1])]
  }

  /// Places in `ties` of what is held in an asset.
  func held(in asset: Int) -> ArraySlice<Int32> {
    incoming[Int(incomingStarts[asset])..<Int(incomingStarts[asset + 1])]
  }

  /// The first name, or the id where there is none.
  public func name(of holder: Int) -> String {
    let holder = holders[holder]
    if let reason = holder.undisclosed, holder.names.isEmpty { return reason }
    return holder.names.first ?? holder.id
  }

  /// The place of the holder with this id.
  public func index(of id: String) -> Int? {
    var (low, high) = (0, holders.count)
    while low < high {
      let middle = (low + high) / 2
      if OwnershipGraph.precedes(holders[middle].id, id) { low = middle + 1 } else { high = middle }
    }
    return low < holders.count && holders[low].id == id ? low : nil
  }

  /// By bytes: the order of texts as Unicode sees them costs more and says no more.
  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// Reads the `ownership` folder of a corpus; nil where there is none.
  ///
  /// Throws the first fault where there is one: who owns whom is then not known, and an order is
  /// rather not screened than screened against half of it.
  public static func read(folder: String) throws(Diagnostic) -> OwnershipGraph? {
    guard FileReader.isFolder(folder) else { return nil }
    var reader = OwnershipReader()
    for name in FileReader.names(in: folder) where OwnershipReader.reads(name) {
      reader.read(try Lines.bytes(folder + "/" + name), file: folder + "/" + name)
    }
    let graph = reader.finish()
    if let fault = reader.firstFault { throw fault }
    return graph
  }
}
