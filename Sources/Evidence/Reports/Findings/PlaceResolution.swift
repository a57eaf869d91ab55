internal import Taxonomy

/// Decides which of the places of one name a report means.
///
/// Names of provinces and prefectures count wherever they stand. The bare name of a county counts
/// only where the report names what encloses it, or where no other place has the name and the words
/// beside it speak of a place: a level, a body, `in`.
struct PlaceResolution {
  /// A place that a sentence names, with the words.
  struct Named {
    let mark: ReportMark
    /// Its place in the tree.
    let node: Int
  }

  let tree: CodeTree
  private let beside: WordsBeside
  private let codes: PlaceCodes
  /// By province: whether the report names it or what lies in it.
  private var isNamed: [Bool]
  /// Whether the report names countries, and neither China nor a large part of it.
  private var isAbroad = false
  private var named: [Named] = []
  /// Where those of each sentence begin; one more than there are sentences.
  private var starts: [Int] = [0]
  /// The code of the province, or of the country where none is named, that the report is about.
  private(set) var main: String?
  /// A prefecture or county of it, where nearly all that the report names lies in that one.
  private(set) var narrowMain: String?
  /// The country that is the only one of which the report names anything, where it names no
  /// province of it.
  private(set) var onlyCountry: String?
  /// Whether the report speaks of several countries and of none mainly.
  private(set) var isScattered = false
  /// The codes of what it lies in, itself first.
  private var mainLineage: [String] = []

  init(_ report: ScannedReport, _ vocabulary: ReportVocabulary, _ text: ReportText) {
    beside = WordsBeside(text)
    tree = vocabulary.taxonomy.places
    codes = vocabulary.placeCodes
    isNamed = [Bool](repeating: false, count: codes.provinces.count)
    for mark in report.marks where mark.kind == .place {
      let node = Int(mark.value)
      if codes.length[node] <= 7 { isNamed[codes.province[node]] = true }
    }
    for (number, isNamed) in isNamed.enumerated() where isNamed {
      guard !codes.provinces[number].hasPrefix("CN") else {
        isAbroad = false
        break
      }
      isAbroad = true
    }
    starts.reserveCapacity(report.sentences.count + 1)
    for sentence in report.sentences {
      resolve(report.marks(of: sentence))
      starts.append(named.count)
    }
    var counts = [Int](repeating: 0, count: codes.provinces.count)
    var order: [Int] = []
    for place in named {
      let province = codes.province[place.node]
      if counts[province] == 0 { order.append(province) }
      counts[province] += 1
    }
    main = mostNamed(order, counts).map { codes.provinces[$0] }
    var node = main.flatMap(tree.index(of:))
    while let place = node {
      mainLineage.append(code(of: place))
      node = tree.parent(ofNodeAt: place)
    }
    narrowMain = narrowed()
    isScattered = speaksOfMany(counts)
    if let main, main.utf8.count == 2, named.count > 1,
      named.allSatisfy({ PlaceCodes.isIn(code(of: $0.node), main) })
    {
      onlyCountry = main
    }
  }

  /// Whether three countries are named and the main place, a province or a country, in less than a
  /// third of all cases; `counts` are those by province.
  private func speaksOfMany(_ counts: [Int]) -> Bool {
    guard let main, named.count > 5 else { return false }
    var countries: Set<Substring> = []
    var own = 0
    for (number, count) in counts.enumerated() where count > 0 {
      let code = codes.provinces[number]
      countries.insert(code.prefix(2))
      if code.hasPrefix(main) { own += count }
    }
    return countries.count > 2 && own * 3 < named.count
  }

  /// The smallest place in which the first and three of four places lie that the report names
  /// within its main one.
  private func narrowed() -> String? {
    guard let main, var node = tree.index(of: main) else { return nil }
    while true {
      var first: Int?
      var total = 0
      var counts: [Int: Int] = [:]
      for place in named {
        guard let child = child(of: node, towards: place.node) else { continue }
        if first == nil { first = child }
        total += 1
        counts[child, default: 0] += 1
      }
      guard let first, total > 1, counts[first, default: 0] * 4 >= total * 3 else { break }
      node = first
    }
    return code(of: node)
  }

  /// The place right below one in which another lies; nil where it does not lie below it.
  private func child(of outer: Int, towards node: Int) -> Int? {
    var current = node
    while let parent = tree.parent(ofNodeAt: current) {
      if parent == outer { return current }
      current = parent
    }
    return nil
  }

  /// The places of a sentence with the marks that name them.
  func places(inSentence number: Int) -> ArraySlice<Named> {
    named[starts[number]..<starts[number + 1]]
  }

  func code(of node: Int) -> String { tree.nodes[node].code }

  /// Whether a place is the other or lies in it.
  func isWithin(_ node: Int, _ outer: Int) -> Bool {
    var current: Int? = node
    while let place = current {
      if place == outer { return true }
      current = tree.parent(ofNodeAt: place)
    }
    return false
  }

  /// Whether the place that the report is about lies in the one of the code.
  func isMainWithin(_ code: String) -> Bool { mainLineage.contains(code) }

  /// Of the provinces, in the order in which they are named first.
  private func mostNamed(_ order: [Int], _ counts: [Int]) -> Int? {
    // A country is named beside most provinces; the province is what the report is about.
    let provincial = order.filter { codes.provinces[$0].utf8.count > 2 }
    // Of places named equally often the first is meant: headline and lead name it.
    var best: Int?
    for province in provincial.isEmpty ? order : provincial
    where best.map({ counts[province] > counts[$0] }) ?? true { best = province }
    return best
  }

  private mutating func resolve(_ marks: ArraySlice<ReportMark>) {
    var index = marks.startIndex
    let publishers = marks.compactMap { $0.kind == .publisher ? $0.units : nil }
    // The place in the name of a publisher is not where something happens.
    func next() {
      while index < marks.endIndex,
        marks[index].kind != .place
          || publishers.contains(where: {
            $0.lowerBound <= marks[index].units.lowerBound
              && $0.upperBound >= marks[index].units.upperBound && $0 != marks[index].units
          })
      {
        index += 1
      }
    }
    next()
    while index < marks.endIndex {
      let start = marks[index].units.lowerBound
      var doubtful: Named?
      var settled: Named?
      while index < marks.endIndex, marks[index].units.lowerBound == start {
        let mark = marks[index]
        var same: [Int] = []
        while index < marks.endIndex, marks[index].units == mark.units {
          same.append(Int(marks[index].value))
          index += 1
          next()
        }
        guard settled == nil, let node = chosen(same, mark) else {
          continue
        }
        // Of `Xinjiang County` the region is meant where nothing else is named in that province.
        if codes.length[node] <= 7 || isNamed[codes.province[node]] {
          settled = Named(mark: mark, node: node)
        } else if doubtful == nil {
          doubtful = Named(mark: mark, node: node)
        }
      }
      if let place = settled ?? doubtful { named.append(place) }
    }
  }

  /// The one with the shortest code; of several the first by code.
  private func highest(_ nodes: [Int]) -> Int? {
    guard var high = nodes.first else { return nil }
    for node in nodes.dropFirst() {
      let (length, least) = (codes.length[node], codes.length[high])
      if length < least || length == least && code(of: node) < code(of: high) { high = node }
    }
    return high
  }

  private func chosen(_ given: [Int], _ mark: ReportMark) -> Int? {
    // Streets and houses are named after places that are elsewhere.
    if beside.arePartOfAName(mark) { return nil }
    // A prefecture before the city in it that has its name.
    if let high = highest(given), codes.length[high] <= 7 { return high }
    let nodes = given.count > 1 ? Array(Set(given)) : given
    let enclosed = nodes.filter { isNamed[codes.province[$0]] }
    if enclosed.count == 1 { return enclosed[0] }
    if enclosed.count > 1 {
      let parents = Set(enclosed.compactMap { tree.parent(ofNodeAt: $0) })
      return parents.count == 1 ? parents.first : nil
    }
    // 泗水 in a report on other countries may be Surabaya.
    guard nodes.count == 1, !isAbroad, beside.mayBeCounty(mark) else { return nil }
    return nodes[0]
  }
}
