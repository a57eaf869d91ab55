import Formats
import Taxonomy

/// What can be compared of an item or of a line of an order, as numbers.
struct TenderFeatures: Sendable {
  /// Places in the tree of products.
  var families: [Int] = []
  var quantity: Decimal?
  var pack: PackSize?
  var price: TenderMoney?
  /// Words with letters and digits, by which makers call their products, as hashes.
  var models: [UInt64] = []
  /// Numbers with what they count: 24 capillaries, 21 loci.
  var specifications: [Specification] = []

  struct Specification: Sendable, Hashable {
    let kind: String
    let number: Decimal
  }
}

/// Takes descriptions apart.
struct TenderFeatureReader: Sendable {
  let terms: TenderTerms
  let products: CodeTree

  func features(words: String, families: [String], pack: PackSize?) -> TenderFeatures {
    var features = TenderFeatures()
    features.families = families.compactMap { products.index(of: $0) }
    let text = Array(NoticeText.folded(String(words.prefix(2000))).unicodeScalars)
    features.pack = pack ?? PackReader(terms: terms).pack(in: text)
    features.models = models(in: text)
    features.specifications = specifications(in: text)
    return features
  }

  /// `3500xl`, `gl-21`, `4476609`: of three characters or more, with a digit, and not a number
  /// alone unless it is as long as a catalogue number.
  private func models(in text: [Unicode.Scalar]) -> [UInt64] {
    var found: [UInt64] = []
    var word: [UInt8] = []
    func close() {
      while word.last == UInt8(ascii: "-") { word.removeLast() }
      let digits = word.count { (0x30...0x39).contains($0) }
      let letters = word.count { (0x61...0x7A).contains($0) }
      if word.count >= 3, digits > 0, letters > 0 || digits >= 6, digits < 12 {
        found.append(StableHash.of(word.filter { $0 != UInt8(ascii: "-") }))
      }
      word.removeAll(keepingCapacity: true)
    }
    for scalar in text {
      if scalar.isASCII, scalar.properties.isAlphabetic || NoticeText.isDigit(scalar) {
        word.append(UInt8(scalar.value))
      } else if scalar == "-", !word.isEmpty {
        word.append(UInt8(ascii: "-"))
      } else {
        close()
      }
    }
    close()
    return Array(Set(found)).sorted()
  }

  private func specifications(in text: [Unicode.Scalar]) -> [TenderFeatures.Specification] {
    var found: [TenderFeatures.Specification] = []
    for number in NumberScan.numbers(in: text) where found.count < 16 {
      guard let value = number.value, value > .zero else { continue }
      var end = number.range.upperBound
      while end < text.count, text[end] == " " || text[end] == "个" || text[end] == "-" { end += 1 }
      let rest = text[end...].prefix(14)
      guard
        let kind = TenderFeatureReader.kinds.first(where: { kind in
          kind.words.contains { rest.starts(with: $0.unicodeScalars) }
        })?.kind
      else { continue }
      let entry = TenderFeatures.Specification(kind: kind, number: value)
      if !found.contains(entry) { found.append(entry) }
    }
    return found
  }

  /// What specifications of genetic analysis count.
  private static let kinds: [(kind: String, words: [String])] = [
    ("capillaries", ["道", "通道", "毛细管", "capillar", "kapillaren", "lane"]),
    ("loci", ["位点", "基因座", "loci", "locus", "marker", "str位点", "genorte"]),
    ("dyes", ["色荧光", "色", "dye", "colour", "color"]),
    ("samples a run", ["孔", "wells", "well", "samples per run", "样本/次"]),
  ]
}
