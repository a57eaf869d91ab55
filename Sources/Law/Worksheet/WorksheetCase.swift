public import Facts
public import Formats

/// What a worksheet is about: an item, a destination, and what is known of the parties.
public struct WorksheetCase: Sendable {
  /// The line's number, or `item`.
  public var line: String
  public var description: String?
  /// As declared.
  public var eccn: String?
  /// Who classified it and when, as declared.
  public var basis: String?
  /// Codes of product families; empty where the product could not be told.
  public var families: [String] = []
  public var hsCode: String?
  /// Code of annex I to Regulation (EU) 2021/821, as declared.
  public var europeanCode: String?
  /// ISO 3166-1 alpha-2, as are all countries here.
  public var origin: String?
  public var exportCountry: String?
  public var destination: String
  /// Controlled US content in percent of the value; nil where nobody declared it.
  public var content: Interval?
  /// Whether a person verified the declared content.
  public var contentIsVerified = false
  /// Whether it is the direct product of US technology, software or plant.
  public var directProduct: Truth = .isUnknown
  /// Whether somebody verified that the item is, or is not, subject to the EAR.
  public var verifiedScope: Truth = .isUnknown
  /// Nil where no party was given, as for an item alone.
  public var parties: [WorksheetParty]?
  /// False where a required list did not answer or nobody named the end user.
  public var partiesAreComplete = true
  public var actors = Actors()
  /// The kind of transaction, such as `sale`; nil where it is not known.
  public var kind: String?
  /// Value of the item in US dollars; nil where it is not known in that currency.
  public var value: Decimal?
  /// Authorisations on record that have to do with the case.
  public var licences: [Licence] = []
  /// Licence exceptions that a person recorded as relied on for this line.
  public var exceptionUses: [ExceptionUse] = []

  /// An authorisation on record, held against the item, the parties and what is left of it.
  public struct Licence: Sendable {
    public var number: String
    /// The requirements that it can meet.
    public var covers: [String]
    public var isUsable: Truth
    public var words: String

    public init(number: String, covers: [String], isUsable: Truth, words: String) {
      self.number = number
      self.covers = covers
      self.isUsable = isUsable
      self.words = words
    }
  }

  /// A person's record that an order relies on a licence exception.
  public struct ExceptionUse: Sendable {
    /// `GBS`.
    public var symbol: String
    /// How each condition of the section is met, in the person's words.
    public var conditions: [String]
    /// Why the record cannot count, whatever the law says; empty where a second person reviewed it.
    public var faults: [String]
    /// `u:ito on 2026-11-20, reviewed by u:lim on 2026-11-21`.
    public var words: String

    public init(symbol: String, conditions: [String], faults: [String], words: String) {
      self.symbol = symbol
      self.conditions = conditions
      self.faults = faults
      self.words = words
    }
  }

  /// Whether persons of a jurisdiction take part.
  public struct Actors: Sendable {
    public var us: Truth
    public var eu: Truth
    public var uk: Truth

    public init(us: Truth = .isUnknown, eu: Truth = .isUnknown, uk: Truth = .isUnknown) {
      self.us = us
      self.eu = eu
      self.uk = uk
    }
  }

  public init(line: String = "item", destination: String) {
    self.line = line
    self.destination = destination
  }
}

/// A party as a worksheet sees it: what the lists and the ownership search found.
public struct WorksheetParty: Sendable {
  /// A list entry that is or may be the party.
  public struct Match: Sendable {
    public var list: String
    public var listName: String
    public var name: String
    public var effect: String
    public var isCertain: Bool
    public var citation: String
    public var programmes: [String]
    /// The entry's review policy, as its kind in words, and whether it reviews this item case by case.
    public var policy: String?
    public var carvesOut: Truth

    public init(
      list: String, listName: String, name: String, effect: String, isCertain: Bool,
      citation: String, programmes: [String] = [], policy: String? = nil,
      carvesOut: Truth = .isUnknown
    ) {
      self.list = list
      self.listName = listName
      self.name = name
      self.effect = effect
      self.isCertain = isCertain
      self.citation = citation
      self.programmes = programmes
      self.policy = policy
      self.carvesOut = carvesOut
    }

    var truth: Truth { isCertain ? .isTrue : .isUnknown }
  }

  /// What one ownership rule found, by its id (`us.ofac.50`).
  public struct Owned: Sendable {
    public var rule: String
    public var met: Truth
    public var words: String

    public init(rule: String, met: Truth, words: String) {
      self.rule = rule
      self.met = met
      self.words = words
    }
  }

  public var name: String
  public var roles: [String]
  /// Where it is, ISO 3166-1 alpha-2; empty where that is not declared.
  public var countries: [String]
  public var matches: [Match]
  public var owned: [Owned]
  public var isMilitary: Truth
  public var isMilitaryIntelligence: Truth
  public var isPolice: Truth

  public init(
    name: String, roles: [String], countries: [String] = [], matches: [Match] = [],
    owned: [Owned] = [],
    isMilitary: Truth = .isUnknown, isMilitaryIntelligence: Truth = .isUnknown,
    isPolice: Truth = .isUnknown
  ) {
    self.name = name
    self.roles = roles
    self.countries = countries
    self.matches = matches
    self.owned = owned
    self.isMilitary = isMilitary
    self.isMilitaryIntelligence = isMilitaryIntelligence
    self.isPolice = isPolice
  }

  /// Roles to which 15 CFR 748.5(c) to (f) and 744.11 reach.
  static let transactionRoles: Set<String> = [
    "purchaser", "intermediateConsignee", "ultimateConsignee", "endUser", "serviceSite",
  ]

  var isPartyToTransaction: Bool { roles.contains(where: Self.transactionRoles.contains) }
}
