import Facts
import Taxonomy

/// Facts of a party about what goods can do against what it plausibly needs.
extension PartyTerm {
  var capacityTerm: Term {
    switch self {
    case .reactionsPerThousand:
      Term(
        "reactions-per-thousand", .number(unit: "reactions"), .adverse,
        "Human identification reactions or cards of this order and the past twelve months for "
          + "each thousand residents of its place",
        question: PartyTerm.casesQuestion)
    case .shareOfPopulation:
      Term(
        "share-of-population", .number(unit: "percent"), .adverse,
        "Reactions or cards of this order as a share of the residents of its place",
        question: PartyTerm.casesQuestion)
    case .peopleTestable:
      Term(
        "people-testable", .number(unit: "people"), .adverse,
        "People whom the reactions, cards and swabs of this order and the past twelve months can test, "
          + "after controls, ladders and repeats")
    case .peoplePerThousand:
      Term(
        "people-per-thousand", .number(unit: "people"), .adverse,
        "People testable within twelve months for each thousand residents of its place",
        question: PartyTerm.samplesQuestion)
    case .exceedsRoutine:
      Term(
        "exceeds-routine", .boolean, .adverse,
        "Tests of this order and the past twelve months exceed what routine casework for its residents, "
          + "or its verified caseload, plausibly needs",
        question: PartyTerm.samplesQuestion)
    case .isPopulationScale:
      Term(
        "population-scale", .boolean, .adverse,
        "Tests within twelve months, or people testable by this order alone, are of the scale of the "
          + "population of its place",
        question: PartyTerm.samplesQuestion)
    case .instrumentPeoplePerThousand:
      Term(
        "instrument-people-per-thousand", .number(unit: "people"), .adverse,
        "People a year for each thousand residents whom the instruments of this order, the register "
          + "and the past twelve months can serve",
        question: PartyTerm.samplesQuestion)
    case .throughputShare:
      Term(
        "throughput-share", .number(unit: "percent"), .adverse,
        "Reactions of this order and the past twelve months as a share of what its known instruments, "
          + "and those of this order, run in a year",
        question: LocalisedText(
          "Which instruments does this body run, with which serial numbers?",
          "该单位使用哪些仪器(序列号)?",
          "Welche Geräte betreibt diese Stelle, mit welchen Seriennummern?"))
    case .capacityArithmetic:
      Term(
        "need", .text, .neutral, "Tests, people, plausible need and instruments in one sentence")
    case .verifiedQuantityExplanation:
      Term(
        "verified-quantity-explanation", .boolean, .mitigating,
        "A named person verified why the quantity exceeds a year's need: shelf life of the stock, "
          + "victims of a disaster to be identified, or purchases for other laboratories",
        question: LocalisedText(
          "What explains the quantity, and who verified it?",
          "数量的原因是什么?由谁核实?",
          "Wie erklärt sich die Menge, und wer hat das geprüft?"))
    default:
      Term(
        "verified-yearly-caseload", .number(unit: "samples"), .mitigating,
        "Samples that it tests in a year; verified",
        question: LocalisedText(
          "How many samples does this laboratory test in a year?",
          "该实验室每年检测多少样本?",
          "Wie viele Proben untersucht dieses Labor im Jahr?"))
    }
  }

  private static let casesQuestion = LocalisedText(
    "How many residents does the body serve, and how many cases did it have last year?",
    "该单位服务的人口是多少?去年受理多少案件?",
    "Für wie viele Einwohner ist die Stelle zuständig, und wie viele Fälle hatte sie im letzten Jahr?"
  )
  private static let samplesQuestion = LocalisedText(
    "How many residents does the body serve, and how many samples did it test last year?",
    "该单位服务的人口是多少?去年检测了多少样本?",
    "Für wie viele Einwohner ist die Stelle zuständig, und wie viele Proben hat sie im letzten Jahr untersucht?"
  )
}
