/// One thing that a sentence speaks of, with where its words stand.
struct ReportMark: Sendable {
  enum Kind: UInt8, Sendable {
    case concept, place, function, product, programme, publisher, quantity, date, age, company
    case document

    static let count = Int(document.rawValue) + 1
  }

  let kind: Kind
  /// The number of the concept, node, value or name.
  let value: Int32
  let range: Range<Int32>
  /// Units of the sentence: words and Han characters.
  let units: Range<Int32>
  /// Counted by commas and the like, so that a negation does not reach into the next clause.
  let clause: Int32
}

/// One sentence of a report.
struct ReportSentence: Sendable {
  let segment: Int32
  let range: Range<Int32>
  var marks: Range<Int32>
  var concepts: ConceptSet
  let isQuestion: Bool
  /// Han characters are shorter than words: distances count half.
  let isHan: Bool
  let isHeading: Bool
  /// An earlier sentence says the same words.
  var repeats: Int32 = -1
}

/// A report with everything that its sentences speak of.
struct ScannedReport: Sendable {
  var sentences: [ReportSentence] = []
  var marks: [ReportMark] = []
  var quantities: [ReportQuantity] = []
  var dates: [ReportDate] = []
  var ages: [ClosedRange<Int>] = []
  var names: [String] = []
  var nameIndices: [String: Int] = [:]
  /// Companies that the report has named so far, by the hashes of their names; they are known again
  /// without a cue.
  var companyNames: Set<UInt64> = []
  /// Words by which companies that were named are called further down, with the names.
  var shortNames: [UInt64: Int32] = [:]
  /// Numbers that can be no count of anything, with where they stand.
  var oddities: [(range: Range<Int32>, reason: String)] = []

  func marks(of sentence: ReportSentence) -> ArraySlice<ReportMark> {
    marks[Int(sentence.marks.lowerBound)..<Int(sentence.marks.upperBound)]
  }
}
