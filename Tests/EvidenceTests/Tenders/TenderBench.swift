import Benchmarks
import Evidence
import Formats
import Names
import Taxonomy
import Testing

/// What the tests of notices share, read once.
enum Tenders {
  static let knowledge: TenderKnowledge? = {
    do {
      let taxonomy = try Taxonomy(folder: Bundled.folder)
      return try TenderKnowledge(
        folder: Bundled.folder, taxonomy: taxonomy,
        names: try NameKnowledge(taxonomy: taxonomy, folder: Bundled.folder))
    } catch {
      return nil
    }
  }()

  static let catalogue: ProductCatalogue? = {
    do {
      return try ProductCatalogue(
        file: Bundled.folder + "/products.tsv", taxonomy: try Taxonomy(folder: Bundled.folder))
    } catch {
      return nil
    }
  }()

  static func read(_ bytes: [UInt8]) throws -> TenderReading {
    TenderReader(try #require(knowledge)).read(bytes, file: "notice")
  }

  /// The first notice of a text.
  static func notice(_ text: String) throws -> TenderNotice {
    let reading = try read(text)
    return try #require(reading.notices.first, "\(reading.faults.diagnostics)")
  }

  static func read(_ text: String) throws -> TenderReading { try read(Array(text.utf8)) }
}

@Suite("Notices are read field by field, and told apart")
struct LabelledNoticeTests {
  @Test func everyLabelledFieldIsReadRight() throws {
    let labelled = try LabelledNotices(
      file: Bundled.folder + "/benchmark/tenders/notices.ndjson")
    #expect(labelled.documents.count >= 60)
    let score = labelled.score(try #require(Tenders.knowledge))
    #expect(score.misses.isEmpty, "\(score.misses.map(\.description).joined(separator: "\n"))")
  }

  @Test func functionsOfBodiesAreToldByTheirNames() throws {
    let labelled = try LabelledFunctions(
      file: Bundled.folder + "/benchmark/tenders/functions.tsv")
    #expect(labelled.names.count >= 200)
    let misses = labelled.misses(try #require(Tenders.knowledge))
    #expect(misses.count * 20 <= labelled.names.count, "\(misses)")
  }

  @Test func ordersFindTheirNoticesAndFewOthers() throws {
    let knowledge = try #require(Tenders.knowledge)
    let catalogue = try #require(Tenders.catalogue)
    let labelled = try LabelledOrders(
      folder: Bundled.folder + "/benchmark/tenders", knowledge: knowledge, catalogue: catalogue)
    let score = labelled.score(
      TenderIndex(labelled.notices, knowledge: knowledge, catalogue: catalogue))
    #expect(score.pairs >= 500)
    #expect(score.recall > 0.85, "\(score.missed)")
    #expect(score.precision > 0.60, "\(score.mistaken)")
  }

  /// What a notice says is the same after it was written down and read again.
  @Test func theOwnFormGivesTheSameNotice() throws {
    let labelled = try LabelledNotices(
      file: Bundled.folder + "/benchmark/tenders/notices.ndjson")
    for document in labelled.documents {
      for notice in try Tenders.read(document.content).notices {
        let again = try Tenders.read(notice.json.text() + "\n")
        #expect(
          again.notices.map { $0.json.text() } == [notice.json.text()],
          "\(document.name): \(again.faults.diagnostics)")
      }
    }
  }
}
