import Digests
import Dossier
import Formats
import Taxonomy
import Trade

extension OrderSummary {
  init(_ dossier: Dossier, _ knowledge: Knowledge) {
    let order = dossier.order
    let places = knowledge.taxonomy.places
    self.init(
      reference: order.reference, system: order.system, revision: order.revision,
      digest: order.digest.description, stage: order.stage.rawValue, kind: order.kind.rawValue,
      value: order.value?.description, currency: order.currency,
      destination: order.countryOfUltimateDestination,
      destinationName: places[order.countryOfUltimateDestination]?.name
        ?? order.countryOfUltimateDestination, route: order.route,
      endUserKnown: order.endUserKnown.rawValue, endUse: order.endUse?.declared,
      parties: dossier.parties.map { Party($0, knowledge) },
      lines: dossier.lines.map { Line($0, knowledge) })
  }
}

extension OrderSummary.Party {
  init(_ reading: PartyReading, _ knowledge: Knowledge) {
    let place = reading.places.first
    let basis: String =
      switch reading.basis {
      case .declared: "declared"
      case .joined(let words): words
      }
    self.init(
      id: reading.id, roles: reading.roles.map(\.rawValue), names: reading.names,
      place: place.map { code in
        knowledge.taxonomy.places.lineage(of: code).map(\.name).joined(separator: ", ")
      }, placeCode: place,
      functions: reading.functions.map { knowledge.taxonomy.functions[$0]?.name ?? $0 },
      identifiers: reading.identifiers, country: reading.countries.first, basis: basis)
  }
}

extension OrderSummary.Line {
  init(_ reading: LineReading, _ knowledge: Knowledge) {
    let line = reading.line
    let family = reading.families.first
    self.init(
      number: line.number, description: line.description ?? line.productClass, family: family,
      familyName: family.flatMap { knowledge.taxonomy.products[$0]?.name },
      quantity: line.quantity.description, unit: line.unit,
      classification: line.eccn.map { eccn in
        eccn + (line.eccnBasis.map { " (\($0))" } ?? "")
      }, capability: reading.capability ?? reading.instrumentCapability(knowledge),
      serial: line.installedBase?.serial)
  }
}
