public import Formats

/// Who owns whom, from FollowTheMoney lines: entities, and `Ownership` edges with percentages.
public struct OwnershipGraph: Sendable {
  public struct Holder: Sendable, Hashable {
    public let id: String
    public let names: [String]
    public let countries: [String]
  }

  struct Stake: Sendable, Hashable {
    let owner: Int
    let asset: Int
    /// Percent, or nil where the source does not say how much.
    let percent: Decimal?
    let from: CivilDate?
    let until: CivilDate?
  }

  public private(set) var holders: [Holder] = []
  private(set) var stakes: [Stake] = []

  public init() {}

  /// Reads the `ownership` folder of a corpus; nil where there is none.
  public static func read(folder: String) throws(Diagnostic) -> OwnershipGraph? {
    guard FileReader.isFolder(folder) else { return nil }
    var graph = OwnershipGraph()
    var indices: [String: Int] = [:]
    var edges: [Line] = []
    for path in Lines.files(in: folder) {
      for line in try Lines.read(path) {
        if try line.text("schema") == "Ownership" {
          edges.append(line)
          continue
        }
        let id = try line.text("id")
        guard indices.updateValue(graph.holders.count, forKey: id) == nil else {
          throw line.fault("OWN004", "the entity `\(id)` stands twice", remedy: "keep one of them")
        }
        graph.holders.append(
          Holder(
            id: id, names: try texts("name", of: line) + texts("alias", of: line),
            countries: try texts("country", of: line).map { $0.uppercased() }))
      }
    }
    for line in edges { try graph.add(stake: line, indices) }
    return graph
  }

  private mutating func add(stake line: Line, _ indices: [String: Int]) throws(Diagnostic) {
    guard let owner = try OwnershipGraph.texts("owner", of: line).first,
      let asset = try OwnershipGraph.texts("asset", of: line).first
    else {
      throw line.fault("OWN001", "the ownership names no owner or no asset", remedy: "add both")
    }
    guard let ownerIndex = indices[owner], let assetIndex = indices[asset] else {
      throw line.fault(
        "OWN002",
        "the ownership names `\(indices[owner] == nil ? owner : asset)`, "
          + "which is no entity of the folder", remedy: "add the entity or correct the id")
    }
    let written = try OwnershipGraph.texts("percentage", of: line).first
    let percent = written.flatMap { Decimal($0) }
    let isShare = percent.map { $0 >= .zero && $0.millionths <= 100_000_000 } ?? false
    if let written, !isShare {
      throw line.fault(
        "OWN003", "`\(written)` is not a percentage from 0 to 100", remedy: "write 60 or 33.3")
    }
    stakes.append(
      Stake(
        owner: ownerIndex, asset: assetIndex, percent: percent,
        from: try OwnershipGraph.date("startDate", of: line),
        until: try OwnershipGraph.date("endDate", of: line)))
  }

  /// The values of a property: a list, or a lone value; numbers stand as they are written.
  private static func texts(_ name: String, of line: Line) throws(Diagnostic) -> [String] {
    guard let member = line.json["properties"]?[name], !member.isNull else { return [] }
    var texts: [String] = []
    for value in member.array ?? [member] {
      switch value.value {
      case .string(let text): texts.append(text)
      case .number(let literal): texts.append(literal)
      default:
        throw line.fault(
          "OWN005", "the property `\(name)` holds \(value.kindName)", remedy: "write texts")
      }
    }
    return texts
  }

  /// FollowTheMoney allows a year or a month alone; what is no full day leaves the end open, which
  /// counts the share for longer, not shorter.
  private static func date(_ name: String, of line: Line) throws(Diagnostic) -> CivilDate? {
    guard let text = try texts(name, of: line).first else { return nil }
    if let date = CivilDate(text) { return date }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isPartial = parts.count < 3 && parts.allSatisfy { Int($0) != nil && !$0.isEmpty }
    guard isPartial else {
      throw line.fault(
        "OWN006", "`\(text)` is not a day of the calendar", remedy: "write it as 2024-03-31")
    }
    return nil
  }
}

/// How much of a body restricted parties own, as the 50 percent rules count it.
public struct RestrictedOwnership: Sendable, Hashable {
  /// Percent: what is known at least, and at most with every unknown share.
  public let low: Decimal
  public let high: Decimal
  /// The chain in words, nearest owner first.
  public let chain: [String]
}

extension OwnershipGraph {
  /// The aggregate share that restricted holders own of `asset`, directly or through bodies that
  /// they own by half or more.
  ///
  /// Percentages along a chain are not multiplied: a body owned 50 percent or more by restricted
  /// parties in the aggregate counts as restricted itself, and its whole stake counts (OFAC
  /// guidance of 13 August 2014; 15 CFR 744.11(a)(1) for listed affiliates). Terminates on
  /// circular holdings, since a body becomes restricted at most once.
  public func ownership(
    of asset: Int, restricted isRestricted: (Int) -> Bool, asOf date: CivilDate
  ) -> RestrictedOwnership {
    let half = Decimal(millionths: 50_000_000)
    var certain = Set(holders.indices.filter(isRestricted))
    var possible = certain
    let valid = stakes.filter { stake in
      (stake.from.map { $0 <= date } ?? true) && (stake.until.map { date <= $0 } ?? true)
    }
    var changed = true
    while changed {
      changed = false
      for holder in holders.indices where !certain.contains(holder) || !possible.contains(holder) {
        let (low, high) = share(of: holder, valid, certain, possible)
        if low >= half, certain.insert(holder).inserted { changed = true }
        if high >= half, possible.insert(holder).inserted { changed = true }
      }
    }
    let (low, high) = share(of: asset, valid, certain, possible)
    let chain = valid.filter { $0.asset == asset && possible.contains($0.owner) }.map { stake in
      let percent = stake.percent.map { "\($0) percent" } ?? "an unknown share"
      let standing =
        isRestricted(stake.owner)
        ? "restricted party" : "held by half or more by restricted parties"
      return "\(percent) held by \(name(of: stake.owner)) (\(standing))"
    }
    return RestrictedOwnership(low: low, high: high, chain: chain)
  }

  public func name(of holder: Int) -> String { holders[holder].names.first ?? holders[holder].id }

  private func share(
    of asset: Int, _ stakes: [Stake], _ certain: Set<Int>, _ possible: Set<Int>
  ) -> (low: Decimal, high: Decimal) {
    let whole = Decimal(millionths: 100_000_000)
    var low = Decimal.zero
    var high = Decimal.zero
    for stake in stakes where stake.asset == asset && stake.owner != asset {
      if certain.contains(stake.owner), let percent = stake.percent {
        low = low.adding(percent) ?? whole
      }
      if possible.contains(stake.owner) {
        high = high.adding(stake.percent ?? whole) ?? whole
      }
    }
    return (min(low, whole), min(high, whole))
  }
}
