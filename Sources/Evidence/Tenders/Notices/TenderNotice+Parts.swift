import Formats
import Taxonomy

extension TenderNotice {
  /// Notes where a field stands; the first place counts.
  mutating func locate(_ field: String, _ place: String) {
    guard !locators.contains(where: { $0.field == field }) else { return }
    locators.append(Locator(field, place))
  }
}

extension NoticeText {
  /// Notices keep no more text than this, in bytes; the source has the rest.
  static let longestText = 1 << 16

  static func bounded(_ text: String) -> String {
    guard text.utf8.count > longestText else { return text }
    var end = text.utf8.index(text.startIndex, offsetBy: longestText)
    while end > text.startIndex, end.samePosition(in: text.unicodeScalars) == nil {
      end = text.utf8.index(before: end)
    }
    return String(text[..<end]) + "…"
  }
}

/// The language of a text by its letters alone, where nothing states it.
enum NoticeLanguage {
  static func guess(_ text: String) -> String? {
    var han = 0
    var latin = 0
    for scalar in text.unicodeScalars.prefix(2000) {
      if NoticeText.isHan(scalar) {
        han += 1
      } else if NoticeText.isLatinLetter(scalar) {
        latin += 1
      }
    }
    return han * 3 > latin && han > 0 ? "zh" : nil
  }
}

/// Gathers the places that a notice tells.
struct TenderPlaces {
  let knowledge: TenderKnowledge

  init(_ knowledge: TenderKnowledge) { self.knowledge = knowledge }

  /// Adds the places of the buyers, of the project's number and of `more`.
  func settle(_ notice: inout TenderNotice, more: [String] = []) {
    var codes = notice.places + more
    for buyer in notice.buyers { codes += knowledge.reading(of: buyer).places }
    if let number = notice.projectNumber, let code = knowledge.place(inNumber: number) {
      codes.append(code)
      notice.locate("place", "division code in \(number)")
    }
    for number in notice.processNumbers {
      if let code = knowledge.place(inNumber: number) { codes.append(code) }
    }
    notice.places = knowledge.mostSpecific(codes, knowledge.taxonomy.places)
  }
}
