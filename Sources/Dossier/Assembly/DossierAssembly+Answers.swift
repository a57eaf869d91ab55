import Evidence
import Facts
import Formats
import Taxonomy
import Trade

extension DossierAssembly {
  /// Holds each answer of the order against the facts, once these are there.
  mutating func answerRecords(_ objects: [[FactObject]]) -> [AnswerRecord] {
    let entries = order.endUse?.questionnaire ?? []
    return entries.indices.map { record(entries[$0], at: $0, objects) }
  }

  /// The order's object with what its answers came to.
  func stating(_ records: [AnswerRecord], in object: FactObject) -> FactObject {
    func words(_ standing: AnswerRecord.Standing) -> [String] {
      records.filter { $0.standing == standing }.map {
        "\($0.by ?? "The customer") answered \"\($0.answer)\" to \($0.question): \($0.reason)."
      }
    }
    let contradicted = records.filter { $0.standing == .contradicted }
    let evasive = records.filter { $0.standing == .open }
    guard !records.isEmpty else { return object }
    var facts = object.facts
    facts[OrderTerm.answerContradicts.rawValue] = .boolean(
      !contradicted.isEmpty, .computed, evidence: contradicted.map(\.evidence),
      words: contradicted.isEmpty
        ? "no answer contradicts the evidence" : words(.contradicted).joined(separator: " "))
    facts[OrderTerm.contradictionWords.rawValue] = .text(
      contradicted.isEmpty ? "none" : words(.contradicted).joined(separator: " "))
    facts[OrderTerm.evasiveAnswer.rawValue] = .boolean(
      !evasive.isEmpty, .computed, evidence: evasive.map(\.evidence),
      words: evasive.isEmpty
        ? "every answer states a fact" : words(.open).joined(separator: " "))
    facts[OrderTerm.evasiveWords.rawValue] = .text(
      evasive.isEmpty ? "none" : words(.open).joined(separator: " "))
    return FactObject(id: object.id, label: object.label, facts: facts)
  }

  private mutating func record(
    _ entry: Answer, at index: Int, _ objects: [[FactObject]]
  ) -> AnswerRecord {
    let subject = subject(of: entry.question, objects)
    let known = answers.known(at: index)
    var (standing, reason) = standing(of: entry, known, subject)
    if standing != .contradicted, answers.isSuperseded(at: index) {
      (standing, reason) = (.kept, "a later answer stands in its place")
    }
    return AnswerRecord(
      question: entry.question, text: subject?.term.question?.english ?? "",
      answer: entry.answer ?? "", by: entry.answeredBy, on: entry.answeredOn?.description,
      verifiedBy: entry.verifiedBy, verifiedOn: entry.verifiedOn?.description,
      documents: entry.evidence, standing: standing, reason: reason,
      evidence: shelf.place(known.evidence))
  }

  private struct AnswerSubject {
    let domain: String
    let term: Term
    let fact: Fact
    let party: PartyReading?
    let line: LineReading?
    var id: String { domain + "." + term.name }
  }

  /// What a question's id asks for: `party.function@p2`, or the same without its domain.
  private func subject(of id: String, _ objects: [[FactObject]]) -> AnswerSubject? {
    let halves = id.split(separator: "@", maxSplits: 1).map(String.init)
    guard let name = halves.first else { return nil }
    let domains = [Domain.order, .party, .line]
    for domain in domains {
      let described = knowledge.vocabulary.domains[domain.rawValue]
      let bare =
        name.hasPrefix(described.name + ".")
        ? String(name.dropFirst(described.name.count + 1)) : name
      guard let index = described.terms.firstIndex(where: { $0.name == bare }) else { continue }
      let place =
        domain == .order
        ? 0 : objects[domain.rawValue].firstIndex { halves.count == 2 && $0.id == halves[1] }
      guard let place, place < objects[domain.rawValue].count else { continue }
      return AnswerSubject(
        domain: described.name, term: described.terms[index],
        fact: objects[domain.rawValue][place].facts[index],
        party: domain == .party && place < parties.count ? parties[place] : nil,
        line: domain == .line ? lines[place] : nil)
    }
    return nil
  }

  private func standing(
    of entry: Answer, _ known: KnownAnswer, _ subject: AnswerSubject?
  ) -> (AnswerRecord.Standing, String) {
    guard let subject else {
      let reason = knowledge.evasions.reason(entry.answer, to: [])
      return reason.map { (.open, $0) } ?? (.kept, "no fact has this id; it is kept as a statement")
    }
    if let words = contradiction(known, subject) { return (.contradicted, words) }
    if let why = unusable(entry, known, subject) { return (.open, why) }
    switch ScreeningVocabulary.route(of: subject.id) {
    case .record(let words): return (.kept, "the fact is settled by \(words)")
    case .endUser, .endUse: return (.declared, "it is taken over into the order as a declaration")
    case .answer: break
    }
    if known.isVerified {
      return (.verified, "verified by \(entry.verifiedBy ?? "a named person")")
    }
    let isAdverse = subject.term.polarity == .adverse && known.flag == true
    return (
      .declared,
      isAdverse
        ? "a declaration; it is adverse and counts as it stands"
        : "a declaration; it resolves nothing until somebody else verifies it"
    )
  }

  /// Why an answer is none of the kind that was asked for.
  private func unusable(
    _ entry: Answer, _ known: KnownAnswer, _ subject: AnswerSubject
  ) -> String? {
    let questions = subject.term.question.map { [$0.english, $0.chinese, $0.german] } ?? []
    switch subject.term.type {
    case .boolean:
      guard known.flag == nil else { return nil }
      return knowledge.evasions.reason(entry.answer, to: questions)
        ?? (ScreeningVocabulary.route(of: subject.id) == .answer
          ? "it is neither yes nor no" : nil)
    case .number:
      return known.number == nil
        ? knowledge.evasions.reason(entry.answer, to: questions) ?? "it is no number" : nil
    case .tree(let name):
      let tree = knowledge.vocabulary.trees[name]
      guard !known.codes.contains(where: { tree?.contains($0) ?? false }) else { return nil }
      return knowledge.evasions.reason(entry.answer, to: questions)
        ?? "it names no code of the \(name)"
    case .date: return CivilDate(known.value) == nil ? "it is no day of the calendar" : nil
    case .word, .text: return knowledge.evasions.reason(entry.answer, to: questions)
    }
  }

  /// What contradicts an answer that would make the outcome milder, in words.
  private func contradiction(_ known: KnownAnswer, _ subject: AnswerSubject) -> String? {
    switch (subject.term.type, subject.fact.value) {
    case (.boolean, .boolean(true)?):
      guard subject.term.polarity == .adverse, known.flag == false else { return nil }
      return "the evidence says otherwise (\(subject.fact.words))"
    case (.number, .number(let interval)?):
      guard let number = known.number else { return nil }
      let isBelow = interval.low.map { number < $0 } ?? false
      let isAbove = interval.high.map { $0 < number } ?? false
      guard isBelow || isAbove, subject.fact.basis != .verified else { return nil }
      return "the evidence says otherwise (\(subject.fact.words))"
    case (.tree(let name), _):
      guard let tree = knowledge.vocabulary.trees[name] else { return nil }
      let read: [String] =
        switch subject.id {
        case "party.function": subject.party?.functions ?? []
        case "party.place": subject.party?.places ?? []
        case "line.product": subject.line?.families ?? []
        default: []
        }
      let answered = known.codes.filter { tree.contains($0) }
      let agrees = answered.contains { code in
        read.contains { tree.isWithin($0, code) || tree.isWithin(code, $0) }
      }
      guard !read.isEmpty, !answered.isEmpty, !agrees else { return nil }
      let names = read.map { tree[$0]?.name ?? $0 }.joined(separator: ", ")
      return "name, address or description say \(names)"
    default: return nil
    }
  }
}
