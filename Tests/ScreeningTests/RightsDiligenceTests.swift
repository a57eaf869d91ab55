import Formats
import Policy
import Testing
import Trade

@testable import Screening

@Suite("Severity and connection are decided by rules, and what is not known is taken as severe")
struct RightsDiligenceTests {
  private func diligence(_ reference: String) throws -> RightsDiligence {
    let order = try #require(OrderBook.all.first { $0.reference == reference })
    let determination = try OrderBook.screener.get().screen(order)
    return try #require(determination.diligence)
  }

  @Test func policeInACountyWhereCollectionIsReported() throws {
    let block = try diligence("county-police")
    #expect(block.scale.grade == .severe)
    #expect(block.remediability.grade == .severe)
    #expect(block.connection == .directlyLinked)
    #expect(!block.scale.reasons.isEmpty)
    #expect(block.likelihood.contains("reported as going on"))
    #expect(block.confidence.hasPrefix("Confidence: "))
    #expect(!block.likelihood.contains("Confidence"))
  }

  @Test func serviceAndConsumablesContribute() throws {
    var order = try #require(OrderBook.adverse.first { $0.reference == "county-police" })
    order.kind = .consumable
    let determination = try OrderBook.screener.get().screen(order)
    let block = try #require(determination.diligence)
    #expect(block.connection == .contribute)
  }

  /// Police of whom the place is not known: the sale is linked, and the service may contribute.
  @Test func whatMayContributeIsNotHiddenByALink() throws {
    var order = try #require(OrderBook.adverse.first { $0.reference == "county-police" })
    order.kind = .service
    order.parties = order.parties.map { party in
      var party = party
      party.entity = Entity(
        schema: party.entity.schema, properties: [.init("name", ["公安局"])])
      return party
    }
    let determination = try OrderBook.screener.get().screen(order)
    let state = determination.trace.first { $0.rule == "contributes-by-going-on" }?.state
    try #require(state == .undetermined)
    let block = try #require(determination.diligence)
    #expect(block.connection == .unknown)
    #expect(block.takenAs == .contribute)
    #expect(block.json["connection"]?["takenAs"]?.string == "contribute")
    #expect(block.connectionReasons.map(\.rule) == ["contributes-by-going-on"])
  }

  @Test func theLaneTellsOfRulesThatWait() throws {
    let order = try #require(
      OrderBook.all.first { $0.reference == "distributor-without-end-user" })
    let lane = try OrderBook.screener.get().screen(order).lanes.rights
    #expect(lane.state != .none || lane.summary.contains("wait for facts"), "\(lane.summary)")
  }

  @Test func whoUsesTheGoodsIsNotKnown() throws {
    let block = try diligence("distributor-without-end-user")
    for dimension in [block.scale, block.scope, block.remediability] {
      #expect(dimension.grade == .unknownTakenAsSevere)
      #expect(dimension.isTakenAsSevere)
    }
    #expect(block.connection == .unknown)
    #expect(block.takenAs == .directlyLinked)
    #expect(block.likelihood.contains("not known"))
    #expect(block.leverage.contains { $0.contains("No end user is named") })
  }

  @Test func aHospitalElsewhere() throws {
    let block = try diligence("university-japan")
    #expect(!block.isConcerned)
    #expect(block.scale.grade == .notFound)
    #expect(block.likelihood.contains("within what was searched"))
  }

  /// No sentence of the block is a number or a sum of its parts.
  @Test func nothingIsAScore() throws {
    for order in OrderBook.all {
      let determination = try OrderBook.screener.get().screen(order)
      let block = try #require(determination.diligence)
      #expect(block.likelihood.hasPrefix("Likelihood: "))
      for sentence in [block.likelihood, block.confidence] {
        let digits = sentence.filter(\.isNumber)
        #expect(digits.isEmpty, "\(sentence)")
      }
    }
  }
}
