/// Concepts that code asks for by name, looked up once.
///
/// Most say how a sentence stands to what it speaks of. A class, because all that read a report hold
/// them.
final class StanceConcepts: Sendable {
  let forms: FormConcepts
  let condition, fiction, prompt, noVoice, noReply, deny, ended, may, plan, unclear, infer,
    reportedly, say: Int
  let dna, blood, biometric, document, collect, authority, police, health, military,
    partySecretary: Int
  let never, untrue, untrueAfter, claimThat, contrast, calledFor, recommend: Int
  /// What stands between a denial and a verb that it does not reach.
  let breakers: ConceptSet
  let contrasts: ConceptSet
  let speech: ConceptSet
  let everyone, familyClause, bought, endEvent, tellers: Int
  /// Of which one tells that a report is on data of people.
  let personalData: ConceptSet
  /// What may have happened on a day.
  let events: ConceptSet
  /// Of which one denies, supposes or ends what a sentence speaks of.
  let disowning: ConceptSet
  /// Of which one puts it as possible or planned only.
  let doubting: ConceptSet

  /// By the numbers of concepts; below zero for one that the tables do not have.
  init(_ number: (String) -> Int) {
    forms = FormConcepts(number)
    condition = number("if")
    fiction = number("fiction")
    prompt = number("prompt")
    noVoice = number("no-voice")
    noReply = number("no-reply")
    deny = number("deny")
    ended = number("ended-practice")
    may = number("may")
    plan = number("plan")
    unclear = number("unclear")
    infer = number("infer")
    reportedly = number("reportedly")
    say = number("say")
    dna = number("dna")
    blood = number("blood")
    biometric = number("biometric")
    personalData = ConceptSet([dna, blood, biometric, number("strong-collect")])
    document = number("document")
    collect = number("collect")
    authority = number("authority")
    police = number("police")
    health = number("health")
    military = number("military")
    partySecretary = number("party-secretary")
    never = number("never")
    untrue = number("untrue")
    untrueAfter = number("untrue-after")
    claimThat = number("claim-that")
    contrast = number("contrast")
    calledFor = number("called-for")
    recommend = number("recommend")
    breakers = ConceptSet(["contrast", "consent", "told", "if", "condition", "say"].map(number))
    contrasts = ConceptSet([contrast])
    speech = ConceptSet([say])
    everyone = number("everyone")
    familyClause = number("family-clause")
    bought = number("bought")
    endEvent = number("end-event")
    tellers = number("tellers")
    events = ConceptSet(["start", "end-event", "issue", "tender", "appoint"].map(number))
    disowning = ConceptSet([
      forms.negator, forms.noEvidence, deny, condition, ended, never, untrue, untrueAfter,
      calledFor, may, plan, recommend,
    ])
    doubting = ConceptSet([may, plan, unclear])
  }
}
