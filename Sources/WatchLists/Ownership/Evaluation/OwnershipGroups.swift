/// What each restricted party surely holds alone, through all that it holds (`Aggregation.each`).
///
/// A restricted party and what it holds by more than the threshold form a group. Where a second
/// group passes the threshold of the same body, the two are one: the body is held jointly, or
/// one of them holds the other. Joining puts the smaller into the larger, so that the whole is
/// near linear in the ties.
struct OwnershipGroups {
  private struct Key: Hashable {
    let asset: Int32
    let group: Int32
  }

  private let ancestry: OwnershipAncestry
  private let rule: OwnershipRule
  /// The next member towards the name of the group.
  private var parents: [Int32]
  /// The group that holds a member, by any member of the group; -1 for none.
  private var holders: [Int32]
  private var tallies: [Key: OwnershipTally] = [:]
  /// Bodies in which a group, by its name, holds something.
  private var assets: [[Int32]]
  private var queue: [Int] = []

  init(_ ancestry: OwnershipAncestry, _ rule: OwnershipRule) {
    self.ancestry = ancestry
    self.rule = rule
    let count = ancestry.members.count
    parents = (0..<count).map { Int32($0) }
    holders = [Int32](repeating: -1, count: count)
    assets = [[Int32]](repeating: [], count: count)
    for member in ancestry.standings.indices
    where ancestry.standings[member] == .restricted {
      holders[member] = Int32(member)
      queue.append(member)
    }
    var next = 0
    while next < queue.count {
      let member = queue[next]
      var parts: [(Int, OwnershipTally)] = []
      ancestry.contributions(of: member, .low) { parts.append(($0, $1)) }
      for (asset, part) in parts { add(part, of: holders[member], to: asset) }
      next += 1
    }
  }

  /// The largest that one group holds of the body asked about.
  func best(_ measure: OwnershipMeasure) -> ShareRange {
    var best = ShareRange.none
    for (key, tally) in tallies where key.asset == 0 {
      let low = tally.low(measure)
      if low > best.low, let range = ShareRange(low: low, high: low) { best = range }
    }
    return best
  }

  var isPassed: Bool {
    tallies.contains { key, tally in
      key.asset == 0 && OwnershipBound.low.isPassed(tally, rule, withControl: false)
    }
  }

  private mutating func name(of group: Int32) -> Int32 {
    var name = group
    while parents[Int(name)] != name { name = parents[Int(name)] }
    var step = group
    while parents[Int(step)] != name {
      let next = parents[Int(step)]
      parents[Int(step)] = name
      step = next
    }
    return name
  }

  private mutating func add(_ part: OwnershipTally, of member: Int32, to asset: Int) {
    let key = Key(asset: Int32(asset), group: name(of: member))
    if tallies[key] == nil { assets[Int(key.group)].append(key.asset) }
    tallies[key, default: OwnershipTally()].add(part)
    var doubtful = [asset]
    while let asset = doubtful.popLast() { check(asset, key.group, &doubtful) }
  }

  /// Takes the body up where the group passes a threshold of it.
  private mutating func check(_ asset: Int, _ group: Int32, _ doubtful: inout [Int]) {
    let group = name(of: group)
    guard let tally = tallies[Key(asset: Int32(asset), group: group)],
      OwnershipBound.low.isPassed(tally, rule, withControl: false)
    else { return }
    guard holders[asset] >= 0 else {
      holders[asset] = group
      queue.append(asset)
      return
    }
    let other = name(of: holders[asset])
    if other != group { join(other, group, &doubtful) }
  }

  private mutating func join(_ left: Int32, _ right: Int32, _ doubtful: inout [Int]) {
    let isLeftLarger = assets[Int(left)].count >= assets[Int(right)].count
    let (kept, lost) = isLeftLarger ? (left, right) : (right, left)
    parents[Int(lost)] = kept
    for asset in assets[Int(lost)] {
      guard let tally = tallies.removeValue(forKey: Key(asset: asset, group: lost)) else {
        continue
      }
      let key = Key(asset: asset, group: kept)
      if tallies[key] == nil { assets[Int(kept)].append(asset) }
      tallies[key, default: OwnershipTally()].add(tally)
      doubtful.append(Int(asset))
    }
    assets[Int(lost)] = []
  }
}
