public import Facts

/// What kind of answer a question expects.
public enum ExpectedAnswer: String, Sendable, CaseIterable {
  case text
  case yesNo
  case date
  case number
  /// Yes or no, with the document that shows it; counts once somebody else verified it.
  case document
  /// A code of a tree, such as a function of a body.
  case code
  /// Name, address and country of a body.
  case party

  init(_ term: Term?, id: String) {
    if id == "order.end-user-declared" {
      self = .party
      return
    }
    guard let term, id != "order.end-use-stated" else {
      self = id.hasPrefix("confirm:") || id.hasPrefix("listing.") ? .document : .text
      return
    }
    self =
      switch term.type {
      case .boolean: term.name.hasPrefix("verified-") ? .document : .yesNo
      case .tree, .word: .code
      case .number: .number
      case .date: .date
      case .text: .text
      }
  }
}

/// A language of forms.
public enum FormLanguage: String, Sendable, CaseIterable {
  case english = "en"
  case chinese = "zh-Hans"
  case german = "de"
}

extension LocalisedText {
  public func text(_ language: FormLanguage) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    case .german: german
    }
  }
}
