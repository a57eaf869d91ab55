import Dossier
import Facts
import Formats
import Law
import Policy
import Taxonomy
import WatchLists

extension DeterminationAssembly {
  /// Questions whose answers can settle the outcome, those that decide most first.
  func questions() -> [Question] {
    var questions: [Question] = []
    for item in plan.items {
      let question = question(for: item)
      if let index = questions.firstIndex(where: { $0.id == question.id }) {
        questions[index].rules += question.rules.filter { !questions[index].rules.contains($0) }
      } else {
        questions.append(question)
      }
    }
    for (key, rules) in unconfirmed() {
      let citation = evaluatorCitation(key)
      questions.append(
        Question(
          id: "confirm:\(key)", term: key, about: "",
          english: "Is \(citation) in force on \(screener.asOf)? Please confirm with its source.",
          chinese: "\(citation) 在\(screener.asOf)是否有效?请注明出处。",
          german: "Gilt \(citation) am \(screener.asOf)? Bitte mit Quelle bestätigen.",
          rules: rules, isOpenRedFlag: false))
    }
    return questions
  }

  private func unconfirmed() -> [(String, [String])] {
    var keys: [(String, [String])] = []
    for result in evaluation.results
    where result.state == .fired || result.state == .undetermined {
      guard let key = result.unconfirmed else { continue }
      if let index = keys.firstIndex(where: { $0.0 == key }) {
        keys[index].1.append(rules[result.rule].name)
      } else {
        keys.append((key, [rules[result.rule].name]))
      }
    }
    return keys
  }

  /// Whether a history of orders is what is missing; else it is who the end user is.
  private func isHistory(_ key: FactKey) -> Bool {
    key.collection == ScreeningVocabulary.Collection.pastOrder.rawValue
      && screener.corpus.pastOrders == nil
  }

  private func question(for item: QuestionPlan.Item) -> Question {
    let vocabulary = evaluator.policies.vocabulary
    let key = item.key
    func make(_ id: String, _ term: String, _ about: String, _ text: LocalisedText) -> Question {
      Question(
        id: id, term: term, about: about, english: text.english, chinese: text.chinese,
        german: text.german, rules: item.rules, isOpenRedFlag: item.isRedFlag)
    }
    if key.collection >= 0 {
      if isHistory(key) {
        return make(
          "order.past-orders", "order.past-orders", "",
          vocabulary.collections[key.collection].question ?? identity("", ""))
      }
      let isOfOrders = key.collection == ScreeningVocabulary.Collection.pastOrder.rawValue
      let collection = vocabulary.collections[
        isOfOrders ? ScreeningVocabulary.Collection.endUser.rawValue : key.collection]
      return make(
        "order.end-user-declared", "order.end-user-declared", "",
        collection.question ?? identity("", ""))
    }
    if key.isRelation { return relationQuestion(key, item, make) }
    let domain = vocabulary.domains[key.subject]
    // Whether a body forwards goods is told by its function, so that is what is asked.
    let asksFunction =
      key.subject == ScreeningVocabulary.Domain.party.rawValue
      && key.term == PartyTerm.isForwarder.rawValue
    let term = domain.terms[asksFunction ? PartyTerm.function.rawValue : key.term]
    let object = table.objects[key.subject][key.object]
    let about = key.subject == Vocabulary.orderDomain ? "" : object.id
    let id = "\(domain.name).\(term.name)" + (about.isEmpty ? "" : "@\(about)")
    let text =
      term.question
      ?? LocalisedText(
        "What is the \(term.name) of \(object.label)?", "\(object.label)的\(term.name)是什么?",
        "Wie lautet \(term.name) von \(object.label)?")
    let named = about.isEmpty ? text : text.naming(object.label)
    return make(id, "\(domain.name).\(term.name)", about, named)
  }

  /// A relation that is unknown is settled by identity, or by function and place of the party.
  private func relationQuestion(
    _ key: FactKey, _ item: QuestionPlan.Item,
    _ make: (String, String, String, LocalisedText) -> Question
  ) -> Question {
    let relation = evaluator.policies.vocabulary.relations[key.subject]
    let first = table.objects[relation.from][key.object]
    let second = table.objects[relation.to][key.term]
    let kind = ScreeningVocabulary.Relation(rawValue: key.subject)
    if kind == .reportIsAboutParty || kind == .reportCoversPlaceOfParty {
      let function = second.facts[PartyTerm.function.rawValue]
      let isFunctionKnown: Bool =
        if case .codes(_, let isComplete)? = function.value { isComplete } else { false }
      let term: PartyTerm =
        kind == .reportIsAboutParty && !isFunctionKnown ? .function : .place
      let definition = PartyTerm.definition(term)
      return make(
        "party.\(definition.name)@\(second.id)", "party.\(definition.name)", second.id,
        (definition.question ?? identity("", "")).naming(second.label))
    }
    return make(
      "listing.names@\(first.id):\(second.id)", "listing.names", second.id,
      identity(second.label, first.label))
  }

  private func identity(_ party: String, _ entry: String) -> LocalisedText {
    LocalisedText(
      "Is \(party) the body that is listed as \(entry)? Registration number, address and owners "
        + "decide.",
      "\(party)是否就是名单上的\(entry)?请以登记号、地址和股东信息说明。",
      "Ist \(party) die Stelle, die als \(entry) gelistet ist? Registernummer, Anschrift und "
        + "Eigentümer entscheiden.")
  }

  /// What would change the outcome, confirmed by evaluating again.
  func counterfactuals() -> [Counterfactual] {
    guard !plan.items.isEmpty else { return [] }
    var result: [Counterfactual] = []
    let current = evaluation.outcome
    if plan.ifAllFavourable != current {
      result.append(
        Counterfactual(outcome: plan.ifAllFavourable, conditions: unique(plan.items.map(shown))))
    }
    var worst: [Outcome: [String]] = [:]
    for item in plan.items where item.ifUnfavourable > current {
      let titles = item.worst.isEmpty ? "" : " (\(item.worst.prefix(2).joined(separator: "; ")))"
      worst[item.ifUnfavourable, default: []].append(
        "an adverse answer on \(words(item))" + titles)
    }
    for outcome in worst.keys.sorted(by: >) {
      result.append(
        Counterfactual(outcome: outcome, conditions: unique(worst[outcome, default: []])))
    }
    return result
  }

  /// A favourable answer in words.
  private func shown(_ item: QuestionPlan.Item) -> String {
    let endUser = "the end user is named and raises no rule"
    if isHistory(item.key) { return "the past orders are known and raise no rule" }
    if item.key.collection >= 0 { return endUser }
    if item.key.subject == Vocabulary.orderDomain, !item.key.isRelation,
      item.key.term == OrderTerm.endUserDeclared.rawValue
    {
      return endUser
    }
    guard !item.key.isRelation else { return "it is shown that \(words(item)) raises no rule" }
    let term = evaluator.policies.vocabulary.domains[item.key.subject].terms[item.key.term]
    return term.type == .boolean && term.polarity == .mitigating
      ? "\(words(item)): shown" : "\(words(item)) is known and raises no rule"
  }

  private func words(_ item: QuestionPlan.Item) -> String {
    evaluator.words(for: item.key, in: table)
  }

  private func unique(_ texts: [String]) -> [String] {
    texts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension LocalisedText {
  /// The same question with the name of what it is about.
  fileprivate func naming(_ label: String) -> LocalisedText {
    LocalisedText("\(label): \(english)", "\(label):\(chinese)", "\(label): \(german)")
  }
}
