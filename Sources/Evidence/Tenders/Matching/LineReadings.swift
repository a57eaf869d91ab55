import Formats
import Synchronization

/// What every line of the notices says, with each description taken apart and kept once.
struct LineReadings: Sendable {
  private let descriptions: [TenderFeatures]
  private let descriptionOfLine: [Int32]

  /// `numbers` are those of the table, by notice and item.
  init(_ table: DescriptionTable, _ numbers: [[Int32]]) {
    let (rows, starts) = table.rows
    descriptions = rows
    descriptionOfLine = numbers.flatMap { $0.map { DescriptionTable.place(of: $0, starts) } }
  }

  var count: Int { descriptionOfLine.count }

  /// Of a line, which is an item of a notice or the title of one that lists none.
  func features(ofLine line: Int, at item: Int, in notice: TenderNotice) -> TenderFeatures {
    var features = descriptions[Int(descriptionOfLine[line])]
    guard notice.items.indices.contains(item) else { return features }
    features.quantity = notice.items[item].quantity
    features.price = notice.items[item].unitPrice
    features.pack = notice.items[item].pack ?? features.pack
    return features
  }
}

/// Takes descriptions apart, each once, for most stand in many notices; used by several threads.
final class DescriptionTable: Sendable {
  private let catalogue: ProductCatalogue
  private let reader: TenderFeatureReader
  private let shards = (0..<16).map { _ in Shard() }

  private final class Shard: Sendable {
    let content = Mutex((numbers: [String: Int32](), rows: [TenderFeatures]()))
  }

  init(_ catalogue: ProductCatalogue, _ reader: TenderFeatureReader) {
    self.catalogue = catalogue
    self.reader = reader
  }

  /// A number of the description until all are known.
  func number(of words: String) -> Int32 {
    let place = Int(StableHash.of(words.utf8.prefix(64)) % UInt64(shards.count))
    let shard = shards[place]
    if let known = shard.content.withLock({ $0.numbers[words] }) { return known }
    let reading = catalogue.reading(
      productClass: "", description: String(words.prefix(2000)), sku: nil)
    let features = reader.features(words: words, families: reading.families, pack: nil)
    return shard.content.withLock { content in
      if let known = content.numbers[words] { return known }
      let number = Int32(clamping: content.rows.count * 16 + place)
      content.rows.append(features)
      content.numbers[words] = number
      return number
    }
  }

  /// What was taken apart, and where the rows of each shard begin.
  var rows: (rows: [TenderFeatures], starts: [Int]) {
    var rows: [TenderFeatures] = []
    var starts: [Int] = []
    for shard in shards {
      starts.append(rows.count)
      rows += shard.content.withLock { $0.rows }
    }
    return (rows, starts)
  }

  static func place(of number: Int32, _ starts: [Int]) -> Int32 {
    Int32(clamping: starts[Int(number & 15)] + Int(number >> 4))
  }
}
