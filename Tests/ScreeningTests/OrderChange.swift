import Formats
import Trade

/// Something that an order says less of, or says besides.
struct OrderChange: Sendable {
  let name: String
  let apply: @Sendable (inout Order) -> Void

  /// The order after the change; nil where it says the same as before.
  func changed(_ order: Order) -> Order? {
    var copy = order
    apply(&copy)
    return copy == order ? nil : copy
  }

  /// What a caller can leave out or leave blank.
  static let omissions: [OrderChange] = [
    OrderChange(name: "origin") { order in
      for index in order.lines.indices { order.lines[index].countryOfOrigin = nil }
    },
    OrderChange(name: "ECCN") { order in
      for index in order.lines.indices { order.lines[index].eccn = nil }
    },
    OrderChange(name: "end use") { $0.endUse?.declared = nil },
    OrderChange(name: "blank end use") { $0.endUse?.declared = "  \u{3000} " },
    OrderChange(name: "the whole end use") { $0.endUse = nil },
    OrderChange(name: "answers") { $0.endUse?.questionnaire = [] },
    OrderChange(name: "description") { order in
      for index in order.lines.indices { order.lines[index].description = nil }
    },
    OrderChange(name: "country of export") { $0.countryOfExport = nil },
    OrderChange(name: "addresses") { $0.parties = $0.parties.map { $0.without("address") } },
    OrderChange(name: "countries") { $0.parties = $0.parties.map { $0.without("country") } },
    OrderChange(name: "addresses and countries") { order in
      order.parties = order.parties.map { $0.without("address").without("country") }
    },
    OrderChange(name: "the first name") { order in
      order.parties = order.parties.map { $0.withoutFirstName }
    },
    OrderChange(name: "end user") { order in
      order.endUserKnown = .unknown
      order.parties = order.parties.compactMap { $0.without(.endUser) }
    },
    OrderChange(name: "that the end user is declared") { $0.endUserKnown = .unknown },
    OrderChange(name: "complete roles") { $0.completeRoles = [] },
  ]

  /// Words that sound well and state no fact.
  static let benignWords = [
    "for peaceful purposes", "participation is voluntary", "strictly for scientific research",
    "仅用于科学研究", "nur für zivile Zwecke",
    "in full compliance with all laws, with informed consent, for the health of the people",
  ].map { words in
    OrderChange(name: words) { order in
      let declared = order.endUse?.declared.map { $0 + "; " } ?? ""
      if order.endUse == nil { order.endUse = EndUse() }
      order.endUse?.declared = declared + words
    }
  }
}

extension Party {
  func without(_ property: String) -> Party {
    var copy = self
    copy.entity = Entity(
      schema: entity.schema, properties: entity.properties.filter { $0.name != property })
    return copy
  }

  /// Nil where the party has no other role.
  func without(_ role: PartyRole) -> Party? {
    var copy = self
    copy.roles.removeAll { $0 == role }
    return copy.roles.isEmpty ? nil : copy
  }

  var withoutFirstName: Party {
    let names = entity.values(of: "name")
    guard names.count > 1 else { return self }
    var copy = without("name")
    copy.entity = Entity(
      schema: entity.schema,
      properties: copy.entity.properties + [.init("name", Array(names.dropFirst()))])
    return copy
  }
}
