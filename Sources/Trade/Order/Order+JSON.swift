public import Formats

extension Order {
  /// The order as a screening request, which decodes to an equal order.
  public var json: JSON {
    var members: [(String, JSON)] = [("schemaVersion", .string(schemaVersion))]
    members.add("requestId", requestIdentifier)
    members.add("asOf", asOf?.text)
    members += [("stage", .string(stage.rawValue)), ("transactionKind", .string(kind.rawValue))]
    members.append(("order", header))
    members.append(("endUserKnown", .string(endUserKnown.rawValue)))
    members.add("completeRoles", completeRoles.map(\.rawValue))
    members.append(("parties", .array(parties.map(\.json))))
    members.append(("lines", .array(lines.map(\.json))))
    if let endUse { members.append(("endUse", endUse.json)) }
    if !attachments.isEmpty { members.append(("attachments", .array(attachments.map(\.json)))) }
    members.add("conditions", conditions)
    members.add("minDataVersion", minimumDataVersion)
    var result = JSON.object(members)
    for field in unknownFields { result = result.inserting(field) }
    return result
  }

  private var header: JSON {
    var members: [(String, JSON)] = [
      ("ref", .string(reference)), ("system", .string(system)), ("revision", .integer(revision)),
    ]
    members.add("currency", currency)
    members.add("value", value?.description)
    members.add("incoterm", incoterm)
    members.add("countryOfExport", countryOfExport)
    members.append(("countryOfUltimateDestination", .string(countryOfUltimateDestination)))
    members.add("ultimateConsigneeType", ultimateConsigneeType?.rawValue)
    members.add("requestedShipDate", requestedShipDate?.description)
    members.add("route", route)
    return .object(members)
  }
}

extension Party {
  var json: JSON {
    var members: [(String, JSON)] = [
      ("id", .string(id)), ("role", .strings(roles.map(\.rawValue))),
      (
        "entity",
        .object([
          ("schema", .string(entity.schema.rawValue)),
          ("properties", .object(entity.properties.map { ($0.name, .strings($0.values)) })),
        ])
      ),
    ]
    members.add("declaredBy", declaredBy?.rawValue)
    return .object(members)
  }
}

extension OrderLine {
  var json: JSON {
    var members: [(String, JSON)] = [("lineNo", .string(number))]
    members.add("sku", sku)
    members.add("description", description)
    members.append(("productClass", .string(productClass)))
    members.append(("quantity", .string(quantity.description)))
    members.add("unit", unit)
    if let reactionsPerUnit { members.append(("reactionsPerUnit", .integer(reactionsPerUnit))) }
    members.add("unitPrice", unitPrice?.description)
    members.add("hsCode", hsCode)
    members.add("eccn", eccn)
    members.add("eccnBasis", eccnBasis)
    members.add("euDualUseCode", europeanDualUseCode)
    members.add("countryOfOrigin", countryOfOrigin)
    if let installedBase {
      let base: [(String, JSON)] = [
        ("serial", .string(installedBase.serial)),
        ("relation", .string(installedBase.relation.rawValue)),
      ]
      members.append(("installedBase", .object(base)))
    }
    return .object(members)
  }
}

extension EndUse {
  var json: JSON {
    var members: [(String, JSON)] = []
    members.add("declared", declared)
    members.add("statementRef", statementReference)
    members.add("statementDate", statementDate?.description)
    if !questionnaire.isEmpty {
      members.append(("questionnaire", .array(questionnaire.map(\.json))))
    }
    members.add("collaborators", collaborators)
    return .object(members)
  }
}

extension Answer {
  var json: JSON {
    var members: [(String, JSON)] = [("id", .string(question)), ("answer", .optional(answer))]
    members.add("answeredBy", answeredBy)
    members.add("answeredOn", answeredOn?.description)
    members.add("verifiedBy", verifiedBy)
    members.add("verifiedOn", verifiedOn?.description)
    members.add("evidence", evidence)
    return .object(members)
  }
}

extension Attachment {
  var json: JSON { .object([("name", .string(name)), ("sha256", .string(sha256))]) }
}

extension [(String, JSON)] {
  fileprivate mutating func add(_ name: String, _ text: String?) {
    if let text { append((name, .string(text))) }
  }

  fileprivate mutating func add(_ name: String, _ texts: [String]) {
    if !texts.isEmpty { append((name, .strings(texts))) }
  }
}
