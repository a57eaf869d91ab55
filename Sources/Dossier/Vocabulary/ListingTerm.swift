import Evidence
import Facts
import Taxonomy

/// Facts about a list entry that matches or may match a party.
public enum ListingTerm: Int, CaseIterable, Sendable {
  case name, list, effect, regime, code, citation, requirement, reviewPolicy, since, removed, match

  var term: Term {
    switch self {
    case .name: Term("name", .text, .neutral, "The name as listed")
    case .list: Term("list", .text, .neutral, "The list's name")
    case .effect:
      Term(
        "effect",
        .word([
          "blocking", "licenceRequirement", "denialOrder", "redFlag", "securitiesOnly", "sectoral",
          "debarment", "context",
        ]), .adverse, "What the listing does; a securities listing is not a prohibition")
    case .regime:
      Term("regime", .word(["US", "EU", "UK", "UN", "company"]), .adverse, "Whose list it is")
    case .code:
      Term(
        "code",
        .word([
          "us-ofac-sdn", "us-bis-entity-list", "us-bis-dpl", "us-bis-uvl", "us-bis-meu",
          "us-bis-mieu", "us-state-isn", "us-state-itar-debarred", "us-ofac-ssi", "us-ofac-plc",
          "us-ofac-ns-cmic", "us-ofac-ns-mbs", "us-ofac-capta", "us-dod-1260h",
          "eu-global-human-rights", "company-list", "us-ofac-fse", "us-ofac-eo14032",
          "us-dod-1286", "us-fcc-covered", "us-dhs-uflpa", "us-cbp-wro", "eu-fsf",
          "eu-oj-asset-freeze", "eu-oj-export-control", "eu-oj-financial", "eu-oj-transport",
          "eu-oj-investment", "eu-oj-services", "uk-sanctions-list", "un-sc-consolidated",
          "opensanctions", "other",
        ]), .adverse, "The list's code")
    case .citation: Term("citation", .text, .neutral, "Where the entry was published")
    case .requirement: Term("requirement", .text, .neutral, "The licence requirement as listed")
    case .reviewPolicy: Term("review-policy", .text, .neutral, "The licence review policy")
    case .since: Term("since", .text, .neutral, "Since when it is listed, where known")
    case .removed: Term("removed", .text, .neutral, "When it was removed")
    case .match: Term("match", .text, .neutral, "Why the names are held to be one")
    }
  }
}

/// Facts about a report: claims of one kind about one subject.
public enum ReportTerm: Int, CaseIterable, Sendable {
  case kind, summary, cite, roots, official, current, past, placeOnly
  // How firm the reporting is.
  case newest, attribution, strongest, contradictions, contradictedBy

  var term: Term {
    switch self {
    case .kind: Term("kind", .word(ReportTerm.kinds), .adverse, "What is claimed")
    case .summary: Term("summary", .text, .neutral, "The strongest claim in our own words")
    case .cite: Term("cite", .text, .neutral, "Publisher and date of the claims")
    case .roots:
      Term(
        "independent-roots", .number(unit: "roots"), .adverse,
        "How many independent derivation roots report it as current")
    case .official:
      Term("official", .boolean, .adverse, "An official source or instrument says it")
    case .current: Term("current", .boolean, .adverse, "It holds on the as-of date")
    case .past: Term("past", .boolean, .adverse, "It held earlier and holds no longer")
    case .placeOnly:
      Term("about-a-place-alone", .boolean, .adverse, "It speaks of a place, not of a body")
    case .newest:
      Term("newest", .date, .adverse, "When a claim that counts was last published")
    case .attribution:
      Term(
        "attribution", .word(ClaimAttribution.allCases.map(\.rawValue)), .adverse,
        "How its current claims are put: by an official source, at first hand, relayed from "
          + "others, inferred, or left unclear", holdsSeveral: true)
    case .strongest:
      Term("strongest-attribution", .text, .neutral, "The strongest of them, with its source")
    case .contradictions:
      Term(
        "contradictions", .number(unit: "claims"), .adverse,
        "Claims that contradict one of its own; they are kept side by side and lower nothing")
    case .contradictedBy:
      Term("contradicted-by", .text, .neutral, "What those claims say, with their sources")
    }
  }

  /// The kinds of claim that rules may name; `Data/claim-kinds.tsv` holds them all.
  static let kinds = [
    "compulsory-dna-collection", "mass-male-lineage-collection", "custodial-dna-collection",
    "biometric-collection", "dna-profiling-by-police", "collection-for-police-by-health-bodies",
    "collection-by-local-government", "collection-outside-region", "equipment-distribution",
    "police-dna-database", "familial-search", "sequencer-tender", "vendor-supply",
    "service-and-spares-supply", "identity-linkage", "conditional-public-service",
    "cross-agency-sharing", "focus-personnel-targeting", "child-sampling", "coercion",
    "missing-consent", "permanent-measure", "universal-coverage", "political-detention",
    "surveillance-context", "research-consent-irregularity", "statutory-compulsion",
    "official-listing", "delisting", "vendor-stop-sale", "other",
  ]
}

/// Facts about a procurement notice that the order may serve.
public enum TenderTerm: Int, CaseIterable, Sendable {
  case title, buyer, buyerFunction, buyerIsUndeclared, match, agreement, cite
  // What the notice says field by field, and in which words.
  case stage, published, agreesOn, disagreesOn, wording, wordingPhrases, awardedToParty

  var term: Term {
    switch self {
    case .title: Term("title", .text, .neutral, "The notice's title")
    case .buyer: Term("buyer", .text, .neutral, "The body that buys")
    case .buyerFunction:
      Term("buyer-function", .tree("functions"), .neutral, "What the buyer does")
    case .buyerIsUndeclared:
      Term(
        "buyer-undeclared", .boolean, .adverse,
        "The order does not name the notice's buyer among those who receive")
    case .match:
      Term(
        "match", .word(["weak", "moderate", "strong", "certain"]), .adverse,
        "How well notice and order agree")
    case .agreement: Term("agreement", .text, .neutral, "Agreement field by field")
    case .cite: Term("cite", .text, .neutral, "Publisher and date of the notice")
    case .stage:
      Term(
        "stage", .word(TenderStage.allCases.map(\.rawValue)), .adverse,
        "How far the procurement had come")
    case .published: Term("published", .date, .adverse, "When the notice was published")
    case .agreesOn:
      Term(
        "agrees-on", .word(TenderTerm.fields), .adverse, "Fields in which order and notice agree",
        holdsSeveral: true)
    case .disagreesOn:
      Term(
        "disagrees-on", .word(TenderTerm.fields), .adverse,
        "Fields in which they differ; it is shown, and never speaks for the order",
        holdsSeveral: true)
    case .wording:
      Term(
        "wording", .word(TenderTerm.indicators), .adverse,
        "What the words of the notice give away", holdsSeveral: true)
    case .wordingPhrases: Term("wording-phrases", .text, .neutral, "Those words")
    case .awardedToParty:
      Term(
        "awarded-to-party", .boolean, .adverse,
        "A party of the order or an affiliate of the purchaser won it; not known while nobody has",
        question: LocalisedText(
          "Who won the procurement with which this order agrees?", "与本订单相符的采购项目由谁中标?",
          "Wer hat die Vergabe gewonnen, mit der dieser Auftrag übereinstimmt?"))
    }
  }

  /// Fields of `TenderMatch.Agreement` as words; `confirmed` is a person's word.
  static let fields = [
    "confirmed", "number", "awardee", "buyer", "item", "quantity", "pack", "product", "price",
    "specification", "date", "place",
  ]

  /// Indicators of `lexicon.tsv` that tell what a procurement is for.
  static let indicators = [
    "police-mention", "police-standard", "collection-for-police", "population-scale-collection",
    "database-building", "male-lineage-database", "identity-linkage", "focus-personnel",
    "stability-maintenance", "programme-physicals-for-all", "programme-population-registration",
    "programme-visit-benefit-gather", "ancestry-phenotype", "secrecy-demanded", "blood-card",
  ]
}
