public import Formats

/// The order as sold: what a screening request says, as values, judged by nobody yet.
///
/// Nothing here is defaulted: an end user that is not given is absent, not the consignee.
/// Source: the screening request of the hook, schema version 1.0.
public struct Order: Sendable, Hashable {
  /// The one version of the schema that is read.
  public static let schemaVersion = "1.0"

  public var schemaVersion: String
  /// The caller's own identifier of the request.
  public var requestIdentifier: String?
  /// The moment at which law is evaluated.
  public var asOf: Timestamp?
  public var stage: Stage
  public var kind: TransactionKind
  /// The order's number in `system`.
  public var reference: String
  /// The order system, such as `sap-prd-100`.
  public var system: String
  /// Counts changes of the order, from zero.
  public var revision: Int
  /// ISO 4217 code of `value` and of the lines' prices.
  public var currency: String?
  public var value: Decimal?
  public var incoterm: String?
  /// ISO 3166-1 alpha-2, as are all countries here.
  public var countryOfExport: String?
  public var countryOfUltimateDestination: String
  public var ultimateConsigneeType: UltimateConsigneeType?
  public var requestedShipDate: CivilDate?
  /// Countries in the order of travel.
  public var route: [String]
  public var endUserKnown: EndUserKnown
  /// Roles of which the order states that it names every holder; all other role sets are open.
  public var completeRoles: [PartyRole]
  public var parties: [Party]
  public var lines: [OrderLine]
  public var endUse: EndUse?
  public var attachments: [Attachment]
  /// The order may only be decided on data of this version or later.
  public var minimumDataVersion: String?
  /// Conditions of sale that the order itself states.
  public var conditions: [String]
  /// Fields that the schema does not name, sorted by path.
  public var unknownFields: [UnknownField]

  public init(
    schemaVersion: String = Order.schemaVersion, requestIdentifier: String? = nil,
    asOf: Timestamp? = nil, stage: Stage, kind: TransactionKind, reference: String,
    system: String, revision: Int, currency: String? = nil, value: Decimal? = nil,
    incoterm: String? = nil, countryOfExport: String? = nil,
    countryOfUltimateDestination: String, ultimateConsigneeType: UltimateConsigneeType? = nil,
    requestedShipDate: CivilDate? = nil, route: [String] = [], endUserKnown: EndUserKnown,
    completeRoles: [PartyRole] = [], parties: [Party], lines: [OrderLine],
    endUse: EndUse? = nil, attachments: [Attachment] = [], minimumDataVersion: String? = nil,
    conditions: [String] = [], unknownFields: [UnknownField] = []
  ) {
    self.schemaVersion = schemaVersion
    self.requestIdentifier = requestIdentifier
    self.asOf = asOf
    self.stage = stage
    self.kind = kind
    self.reference = reference
    self.system = system
    self.revision = revision
    self.currency = currency
    self.value = value
    self.incoterm = incoterm
    self.countryOfExport = countryOfExport
    self.countryOfUltimateDestination = countryOfUltimateDestination
    self.ultimateConsigneeType = ultimateConsigneeType
    self.requestedShipDate = requestedShipDate
    self.route = route
    self.endUserKnown = endUserKnown
    self.completeRoles = completeRoles
    self.parties = parties
    self.lines = lines
    self.endUse = endUse
    self.attachments = attachments
    self.minimumDataVersion = minimumDataVersion
    self.conditions = conditions
    self.unknownFields = unknownFields
  }

  /// The parties that play a role, in the order given.
  public func parties(as role: PartyRole) -> [Party] { parties.filter { $0.has(role) } }

  /// Whether the order states that it names everyone who plays the role.
  public func isComplete(_ role: PartyRole) -> Bool { completeRoles.contains(role) }
}
