internal import Taxonomy

/// Decides which of the places of one name a report means.
///
/// Names of provinces and prefectures count wherever they stand. The bare name of a county counts
/// only where the report names what encloses it, or where no other place has the name and the words
/// say the level.
struct PlaceResolution {
  let tree: CodeTree
  /// Provinces that the report names.
  private var provinces: Set<String> = []
  private var counts: [String: Int] = [:]
  private(set) var main: String?

  init(_ report: ScannedReport, tree: CodeTree) {
    self.tree = tree
    for mark in report.marks where mark.kind == .place {
      let code = tree.nodes[Int(mark.value)].code
      if code.utf8.count <= 7 { provinces.insert(PlaceResolution.province(of: code)) }
    }
    var order: [String: Int] = [:]
    for sentence in report.sentences where sentence.repeats < 0 {
      for (_, code) in places(in: sentence, of: report) {
        let province = PlaceResolution.province(of: code)
        if order[province] == nil { order[province] = order.count }
        counts[province, default: 0] += 1
      }
    }
    // A country is named beside most provinces; the province is what the report is about.
    let provincial = counts.filter { $0.key.utf8.count > 2 }
    // Of places named equally often the first is meant: headline and lead name it.
    main =
      (provincial.isEmpty ? counts : provincial).max {
        ($0.value, -(order[$0.key] ?? 0)) < ($1.value, -(order[$1.key] ?? 0))
      }?.key
  }

  static func province(of code: String) -> String { String(code.prefix(5)) }

  /// The places of a sentence with the marks that name them.
  func places(
    in sentence: ReportSentence, of report: ScannedReport
  ) -> [(mark: ReportMark, code: String)] {
    guard sentence.marks.count > 0 else { return [] }
    var result: [(mark: ReportMark, code: String)] = []
    let marks = report.marks(of: sentence).filter { $0.kind == .place }
    var index = 0
    while index < marks.count {
      let start = marks[index].units.lowerBound
      var doubtful: (mark: ReportMark, code: String)?
      var settled: (mark: ReportMark, code: String)?
      while index < marks.count, marks[index].units.lowerBound == start {
        var same: [String] = []
        let mark = marks[index]
        while index < marks.count, marks[index].units == mark.units {
          same.append(tree.nodes[Int(marks[index].value)].code)
          index += 1
        }
        guard settled == nil, let code = chosen(same, isLong: mark.units.count > 1) else {
          continue
        }
        // Of `Xinjiang County` the region is meant where nothing else is named in that province.
        if code.utf8.count <= 7 || provinces.contains(PlaceResolution.province(of: code)) {
          settled = (mark, code)
        } else if doubtful == nil {
          doubtful = (mark, code)
        }
      }
      if let place = settled ?? doubtful { result.append(place) }
    }
    return result
  }

  private func chosen(_ codes: [String], isLong: Bool) -> String? {
    let codes = Array(Set(codes)).sorted {
      ($0.utf8.count, $0) < ($1.utf8.count, $1)
    }
    // A prefecture before the city in it that has its name.
    if let high = codes.first, high.utf8.count <= 7 { return high }
    let enclosed = codes.filter { provinces.contains(PlaceResolution.province(of: $0)) }
    if enclosed.count == 1 { return enclosed[0] }
    if enclosed.count > 1 {
      let parents = Set(enclosed.compactMap { tree[$0]?.parent })
      return parents.count == 1 ? parents.first : nil
    }
    return codes.count == 1 && isLong ? codes[0] : nil
  }
}
