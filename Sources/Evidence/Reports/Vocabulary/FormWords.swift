/// Words by which numbers, dates, ages and names are recognised by their form.
///
/// They are the first words of the table, so that what is asked of each word of a text stands in one
/// short row by its symbol.
struct FormWords: Sendable {
  /// What a word says by itself; nothing of most words.
  struct Word: Sendable {
    var uses: Uses = []
    /// January is 1.
    var month: Int8 = 0
    /// `twelve`
    var numeral: Int8 = 0
    /// `million`
    var scale: Int32 = 0
    var approximation: Approximation?
    var part: DatePart?
  }

  struct Uses: OptionSet, Sendable {
    let rawValue: UInt16

    static let age = Uses(rawValue: 1)
    static let year = Uses(rawValue: 2)
    static let range = Uses(rawValue: 4)
    /// A bare number after it is a year.
    static let beforeYear = Uses(rawValue: 8)
    /// `may` after it is the month.
    static let beforeMonth = Uses(rawValue: 16)
    static let companyEnding = Uses(rawValue: 32)
    static let companyCue = Uses(rawValue: 64)
    static let document = Uses(rawValue: 128)
    static let strictDocument = Uses(rawValue: 256)
    static let joint = Uses(rawValue: 512)
    /// Begins a sentence with a capital that belongs to no name.
    static let starter = Uses(rawValue: 1024)
    /// A name with it is that of a document.
    static let namesDocument = Uses(rawValue: 2048)
    /// Begins names of companies and says nothing of which: `National`.
    static let plainName = Uses(rawValue: 4096)
    /// People of whom `between 9 and 15` says the ages.
    static let aged = Uses(rawValue: 8192)
  }

  enum Approximation: String, Sendable { case nearly, about, over, under }
  enum DatePart: String, Sendable { case early, mid, late, end }

  private var rows = [Word()]

  @inline(__always) subscript(symbol: UInt32) -> Word {
    symbol < UInt32(truncatingIfNeeded: rows.count) ? rows[Int(symbol)] : rows[0]
  }

  init(_ words: inout WordTable) {
    for (index, name) in FormWords.months.enumerated() {
      add(name, &words) { $0.month = Int8(index + 1) }
    }
    for (name, month) in FormWords.shortMonths { add(name, &words) { $0.month = month } }
    for (name, scale) in FormWords.scales { add(name, &words) { $0.scale = scale } }
    // `One resident` counts nobody.
    for (index, name) in FormWords.numerals.enumerated() {
      add(name, &words) { $0.numeral = Int8(index + 2) }
    }
    // `one million`; a single thing counts nothing.
    add("one", &words) { $0.numeral = 1 }
    add("dozen", &words) { $0.numeral = 12 }
    for (index, name) in FormWords.tens.enumerated() {
      add(name, &words) { $0.numeral = Int8(20 + 10 * index) }
    }
    for (approximation, names) in FormWords.approximations {
      for name in names { add(name, &words) { $0.approximation = approximation } }
    }
    for (part, names) in FormWords.parts {
      for name in names { add(name, &words) { $0.part = part } }
    }
    for (use, names) in FormWords.uses {
      for name in names { add(name, &words) { $0.uses.insert(use) } }
    }
  }

  private mutating func add(
    _ name: String, _ words: inout WordTable, _ note: (inout Word) -> Void
  ) {
    let symbol = Int(words.intern(name.utf8))
    while rows.count <= symbol { rows.append(Word()) }
    note(&rows[symbol])
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let shortMonths: [(String, Int8)] = [
    ("jan", 1), ("feb", 2), ("mar", 3), ("apr", 4), ("jun", 6), ("jul", 7), ("aug", 8), ("sep", 9),
    ("sept", 9), ("oct", 10), ("nov", 11), ("dec", 12),
  ]
  private static let scales: [(String, Int32)] = [
    ("thousand", 1000), ("million", 1_000_000), ("billion", 1_000_000_000),
  ]
  private static let numerals = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen",
  ]
  private static let tens = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]
  private static let approximations: [(Approximation, [String])] = [
    (.nearly, ["nearly", "almost"]),
    (.about, ["about", "around", "approximately", "some", "roughly", "estimated"]),
    (.over, ["over", "exceeding", "than", "least"]), (.under, ["under", "below", "fewer", "less"]),
  ]
  private static let parts: [(DatePart, [String])] = [
    (.mid, ["mid", "middle"]), (.early, ["early", "beginning"]), (.late, ["late"]), (.end, ["end"]),
  ]
  private static let uses: [(Uses, [String])] = [
    (.age, ["age", "ages", "aged", "ageing", "aging"]),
    (.year, ["years", "year"]),
    (
      .aged,
      [
        "boys", "girls", "men", "women", "children", "pupils", "residents", "people", "males",
        "youths", "students", "persons", "citizens", "villagers",
      ]
    ),
    (.range, ["to", "and", "through", "until"]),
    (
      .beforeYear,
      [
        "in", "since", "of", "by", "until", "from", "during", "the", "between", "and", "to", "year",
        "late", "early", "mid", "before", "after", "around", "through", "per",
      ]
    ),
    (
      .beforeMonth,
      ["in", "since", "of", "until", "by", "mid", "late", "early", "last"]
    ),
    (
      .companyEnding,
      [
        "inc", "ltd", "limited", "corp", "corporation", "gmbh", "plc", "llc", "scientific",
        "technologies", "biotech", "biotechnology", "genomics", "biosystems", "biosciences",
        "instruments", "diagnostics", "holdings", "electronics", "sequencing", "forensics",
        "pharma", "laboratories", "therapeutics", "robotics", "ag", "ab", "bv", "nv", "oy", "spa",
        "co", "trading", "analytical", "analytics", "biomedical", "medtech", "genetics",
        "biologics",
        "bioscience", "bioinformatics", "biotechnologies", "lifesciences", "photonics", "optics",
      ]
    ),
    (
      .plainName,
      [
        "national", "general", "international", "global", "united", "american", "european",
        "chinese", "china", "royal", "state", "first", "public", "applied", "advanced", "central",
        "northern", "southern", "eastern", "western", "north", "south", "east", "west", "police",
        "human", "life", "people", "company", "forensic", "genetic", "medical", "great", "british",
        "german", "swiss", "dutch", "japanese", "indian", "their", "this", "that", "with", "from",
        "both", "when", "while", "after", "before", "according",
      ]
    ),
    (
      .companyCue,
      [
        "company", "firm", "maker", "supplier", "manufacturer", "vendor", "giant", "subsidiary",
        "distributor", "reseller",
      ]
    ),
    (
      .document,
      [
        "guidelines", "guideline", "plan", "program", "programme", "campaign", "project",
        "platform", "initiative", "directive", "regulations", "opinions", "scheme", "measures",
        "notice", "system", "database", "drive",
      ]
    ),
    (.strictDocument, ["guidelines", "regulations", "measures", "opinions", "directive"]),
    (
      .namesDocument,
      ["guidelines", "regulations", "measures", "opinions", "directive", "plan"]
    ),
    (.joint, ["of", "and", "the", "for", "on"]),
    (
      .starter,
      [
        "the", "in", "on", "at", "for", "according", "while", "although", "since", "when", "after",
        "this", "these", "that", "a", "an", "but", "as",
      ]
    ),
  ]
}
