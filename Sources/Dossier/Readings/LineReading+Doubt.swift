import Evidence
import Taxonomy
import Trade

/// Whether the goods may be others than the class that the seller declared.
extension LineReading {
  /// Who receives the goods, as far as doubt goes.
  enum Receiver: Int, Comparable {
    /// Nobody of the kinds below.
    case others
    /// A body of the state that orders or shares what police collect.
    case authority
    /// Police and what is like them: the words themselves must say that the goods are harmless.
    case police

    static func < (left: Receiver, right: Receiver) -> Bool { left.rawValue < right.rawValue }
  }

  /// Holds what is declared against the words, for who receives.
  ///
  /// A class is what the seller says. Words that speak of genes or police and name no product that is
  /// known leave open what the goods are, whatever class is declared.
  mutating func hold(against receiver: Receiver, _ knowledge: Knowledge) {
    let tree = knowledge.taxonomy.products
    let isAdverse = families.contains { tree[$0]?.polarity == .adverse }
    let isGenetic = families.contains { tree.isWithin($0, "genetic-analysis") }
    guard !isVerified, !isGenetic, !families.isEmpty else {
      doubt = nil
      return
    }
    let signals = reading.signals
    // A word that goods of many kinds share is no doubt where a test of a known kind is named.
    let isGeneral = reading.worded.allSatisfy {
      ["general-laboratory", "computer", "clinical-diagnostic"].contains($0)
    }
    let hints = isGeneral && !isAdverse ? reading.hints : []
    let words = (signals + hints).joined(separator: "`, `")
    let declared = "declared as \(line.productClass)"
    switch receiver {
    case .police where !isAdverse && reading.worded.isEmpty && words.isEmpty:
      doubt = "\(declared), and its words name no goods that are known"
    case .police where !words.isEmpty, .authority where !words.isEmpty:
      doubt = "\(declared), and its words speak of `\(words)`"
    case _ where !signals.isEmpty && reading.worded.isEmpty:
      doubt =
        "\(declared), and its words speak of `\(signals.joined(separator: "`, `"))` and name no "
        + "goods that are known"
    default: doubt = nil
    }
  }
}

extension Array where Element == LineReading {
  /// Holds each line of an order against the strictest of its parties.
  mutating func hold(against parties: [PartyReading], _ knowledge: Knowledge) {
    let functions = knowledge.taxonomy.functions
    let receiver = parties.map { $0.receiver(functions) }.max() ?? .others
    for index in indices { self[index].hold(against: receiver, knowledge) }
  }
}

extension PartyReading {
  /// What the goods of an order must be held against for this party.
  fileprivate func receiver(_ functions: CodeTree) -> LineReading.Receiver {
    guard receives else { return .others }
    if self.functions.contains(where: { functions[$0]?.polarity == .adverse }) { return .police }
    let isAuthority = self.functions.contains { code in
      code == "public-authority"
        || ["justice", "local-government", "grassroots-organisation"].contains {
          functions.isWithin(code, $0)
        }
    }
    return isAuthority ? .authority : .others
  }
}
