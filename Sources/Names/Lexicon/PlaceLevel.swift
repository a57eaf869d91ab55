/// The levels of places that a word such as `Prefecture` or 县 may speak of.
///
/// 地区 is rendered both Prefecture and District, 市 City, Municipal and Municipality; so a word
/// admits several kinds, and the place that has the name and one of the kinds is meant.
struct PlaceLevel: OptionSet, Sendable, Hashable {
  let rawValue: UInt16

  static let country = PlaceLevel(rawValue: 1)
  static let province = PlaceLevel(rawValue: 2)
  static let autonomousRegion = PlaceLevel(rawValue: 4)
  static let municipality = PlaceLevel(rawValue: 8)
  static let prefecture = PlaceLevel(rawValue: 16)
  static let autonomousPrefecture = PlaceLevel(rawValue: 32)
  static let prefectureCity = PlaceLevel(rawValue: 64)
  static let countyCity = PlaceLevel(rawValue: 128)
  static let county = PlaceLevel(rawValue: 256)
  static let district = PlaceLevel(rawValue: 512)
  static let banner = PlaceLevel(rawValue: 1024)
  static let league = PlaceLevel(rawValue: 2048)
  static let special = PlaceLevel(rawValue: 4096)
  static let township = PlaceLevel(rawValue: 8192)

  static let city: PlaceLevel = [.municipality, .prefectureCity, .countyCity]
  static let anyPrefecture: PlaceLevel = [
    .prefecture, .autonomousPrefecture, .prefectureCity, .league,
  ]

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// By the kind that the tables of places state.
  init(kind: String) {
    self =
      switch kind {
      case "country", "territory": .country
      case "province", "state": .province
      case "autonomous-region": .autonomousRegion
      case "municipality": .municipality
      case "prefecture": .prefecture
      case "autonomous-prefecture": .autonomousPrefecture
      case "prefecture-level-city": .prefectureCity
      case "county-level-city", "xpcc-city": .countyCity
      case "county", "autonomous-county": .county
      case "district": .district
      case "banner": .banner
      case "league": .league
      case "special-administrative-region": .special
      default: kind.isEmpty ? [] : .township
      }
  }

  /// What the words `english` admit, first strictly, then where nothing has the name and the kind.
  static func admitted(by words: [String]) -> (strict: PlaceLevel, loose: PlaceLevel)? {
    switch words {
    case ["prefecture"], ["prefectural"]:
      ([.prefecture, .autonomousPrefecture, .league], .anyPrefecture)
    case ["autonomous", "prefecture"]: (.autonomousPrefecture, .anyPrefecture)
    case ["district"]: ([.district, .prefecture], [.anyPrefecture, .county, .countyCity])
    case ["county"], ["autonomous", "county"]: ([.county, .banner], [.district, .countyCity])
    case ["city"], ["municipality"], ["municipal"]: (.city, [.anyPrefecture, .county, .district])
    case ["region"], ["autonomous", "region"], ["autonomous"], ["regional"]:
      ([.autonomousRegion, .province], [.autonomousRegion, .province, .autonomousPrefecture])
    case ["province"], ["provincial"]:
      ([.province, .autonomousRegion, .municipality], [.province, .autonomousRegion])
    case ["banner"], ["autonomous", "banner"]: (.banner, .county)
    case ["league"]: (.league, .anyPrefecture)
    default: nil
    }
  }

  /// What a suffix in Han characters admits.
  static func admitted(byHan suffix: String) -> (strict: PlaceLevel, loose: PlaceLevel)? {
    switch suffix {
    case "地区", "行署": (.prefecture, .anyPrefecture)
    case "自治州", "州": (.autonomousPrefecture, .anyPrefecture)
    case "市": (.city, [.anyPrefecture, .county, .district])
    case "县", "自治县": (.county, [.district, .countyCity, .banner])
    case "区": (.district, [.county, .countyCity, .autonomousRegion])
    case "自治区": (.autonomousRegion, .province)
    case "省": (.province, [.autonomousRegion, .municipality])
    case "旗": (.banner, .county)
    case "盟": (.league, .anyPrefecture)
    default: nil
    }
  }

  /// Suffixes in Han characters, long ones first.
  static let hanSuffixes: [(text: String, characters: [UInt32])] = [
    "自治区", "自治州", "自治县", "地区", "行署", "市", "县", "区", "省", "旗", "盟", "州",
  ].map { ($0, $0.unicodeScalars.map(\.value)) }

  /// The suffix with which a name in Han characters ends.
  static func hanSuffix(of name: [UInt32]) -> (text: String, characters: [UInt32])? {
    hanSuffixes.first { suffix in
      suffix.characters.count < name.count
        && name.suffix(suffix.characters.count).elementsEqual(suffix.characters)
    }
  }

  /// Words that state a level by themselves.
  static let words: Set<String> = [
    "prefecture", "prefectural", "district", "county", "city", "municipality", "municipal",
    "region", "regional", "province", "provincial", "banner", "league", "autonomous",
  ]

  /// Peoples named in front of `Autonomous`.
  static let peoples: Set<String> = [
    "mongol", "mongolian", "mongolia", "kazakh", "kazak", "hui", "kyrgyz", "kirgiz", "kirghiz",
    "uyghur", "uygur", "uighur", "uigur", "uygar", "tibetan", "qiang", "yi", "zhuang", "dong",
    "miao", "bai", "dai", "hani", "lisu", "tujia", "korean", "jingpo", "salar", "dongxiang",
    "bonan", "yugur", "tu", "xibe", "sibe", "tajik", "daur", "li", "she", "yao", "naxi", "wa",
    "lahu", "mulao", "maonan", "manchu", "evenki", "oroqen", "buyei", "bouyei", "gelao", "shui",
  ]
}
