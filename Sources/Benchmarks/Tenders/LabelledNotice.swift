import Evidence
import Formats
import Taxonomy

/// One notice beside what it should say.
struct LabelledNotice {
  let expected: JSON
  let notice: TenderNotice
  let knowledge: TenderKnowledge

  init(_ expected: JSON, _ notice: TenderNotice, _ knowledge: TenderKnowledge) {
    self.expected = expected
    self.notice = notice
    self.knowledge = knowledge
  }

  func compare(as name: String, _ score: inout LabelledNotices.Score) {
    for member in expected.members ?? [] {
      if member.key == "items" {
        compareItems(member.value.array ?? [], name, &score)
      } else {
        score.note(name, member.key, member.value, value(of: member.key))
      }
    }
  }

  private func value(of field: String) -> JSON {
    switch field {
    case "stage": .string(notice.stage.rawValue)
    case "title": .string(notice.title)
    case "publisher": .string(notice.publisher)
    case "projectNumber": .optional(notice.projectNumber)
    case "buyer": .optional(notice.buyer.first)
    case "agency": .optional(notice.agency?.name)
    case "function": .optional(function)
    case "level": .optional(notice.buyers.first.flatMap { knowledge.reading(of: $0).level })
    case "place": place
    case "awardees": .strings(notice.awardees)
    case "bidders":
      .strings(notice.suppliers.filter { !$0.isAwarded }.flatMap(\.body.names))
    case "awarded": money(notice.awarded)
    case "budget": money(notice.budget)
    case "ceiling": money(notice.ceiling)
    case "published": .optional(notice.published?.description)
    case "deadline": .optional(notice.deadline?.description)
    case "awardedOn": .optional(notice.awardedOn?.description)
    case "imports": notice.importsAllowed.map(JSON.boolean) ?? .null
    case "method": .optional(notice.method)
    case "delivery": .optional(notice.deliveryPlace)
    case "corrections": .integer(notice.corrections.count)
    case "expected":
      notice.expected.map {
        .strings([$0.lowerBound.description, $0.upperBound.description])
      } ?? .null
    default: .string("no such field")
    }
  }

  /// The function that is labelled, where it is among those read.
  private var function: String? {
    let functions = notice.buyers.first.map { knowledge.reading(of: $0).functions } ?? []
    let wanted = expected["function"]?.string ?? ""
    return functions.contains(wanted) ? wanted : functions.first
  }

  /// The place that is labelled, where a place of the notice lies within it.
  private var place: JSON {
    let wanted = expected["place"]?.string ?? ""
    let isWithin = notice.places.contains {
      knowledge.taxonomy.places.isWithin($0, wanted)
    }
    return isWithin ? .string(wanted) : .strings(notice.places)
  }

  private func money(_ money: TenderMoney?) -> JSON { .optional(money?.description) }

  private func compareItems(
    _ items: [JSON], _ name: String, _ score: inout LabelledNotices.Score
  ) {
    score.note(name, "items", .integer(items.count), .integer(notice.items.count))
    for (item, expected) in zip(notice.items, items) {
      for member in expected.members ?? [] {
        let found: JSON =
          switch member.key {
          case "description": .string(item.description)
          case "brand": .optional(item.brand)
          case "model": .optional(item.model)
          case "quantity": .optional(item.quantity?.description)
          case "unit": .optional(item.unit)
          case "pack": .optional(item.pack?.description)
          case "unitPrice": money(item.unitPrice)
          case "totalPrice": money(item.totalPrice)
          default: .string("no such field")
          }
        score.note(name, "item." + member.key, member.value, found)
      }
    }
  }
}
