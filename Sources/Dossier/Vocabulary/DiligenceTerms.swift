public import Facts
import Taxonomy

/// Facts about the answers to questions, and about boycotts.
extension OrderTerm {
  /// The definition of one of these terms, with its question.
  public static func definition(_ term: OrderTerm) -> Term { term.term }

  var diligenceTerm: Term {
    switch self {
    case .redFlagWords:
      Term(
        "red-flag-words", .text, .neutral, "Where the red flags that people observe come from")
    case .answerContradicts:
      Term(
        "answer-contradicts-evidence", .boolean, .adverse,
        "An answer says what names, addresses, registers, lists or the order itself contradict")
    case .contradictionWords:
      Term("contradictions", .text, .neutral, "Answers and what contradicts them, in words")
    case .evasiveAnswer:
      Term(
        "evasive-answer", .boolean, .adverse,
        "An answer states no fact: blank, general, or the question again")
    case .evasiveWords:
      Term("evasive-answers", .text, .neutral, "Answers that state no fact, in words")
    case .boycottRequest:
      Term(
        "boycott-request", .boolean, .adverse,
        "Text of the order, of its conditions or of its tender asks for part in a boycott that "
          + "another state imposes")
    case .boycottWords:
      Term("boycott-words", .text, .neutral, "The words of the boycott and where they stand")
    case .boycottExceptions:
      Term(
        "boycott-exceptions", .text, .neutral,
        "Paragraphs of 15 CFR 760.3 that speak of what the words ask, for counsel to read")
    case .sellerOperates:
      Term(
        "seller-operates", .boolean, .adverse,
        "The seller's own staff or systems take the samples, run the tests or interpret the profiles "
          + "for the end user",
        question: LocalisedText(
          "Who takes the samples, runs the tests and interprets the profiles: the end user, or staff "
            + "or systems of the seller?",
          "由谁采集样本、进行检测并解读图谱:最终用户,还是卖方的人员或系统?",
          "Wer nimmt die Proben, führt die Tests durch und wertet die Profile aus: der Endverwender "
            + "oder Personal oder Systeme des Verkäufers?"))
    case .boycottDeadline:
      Term(
        "boycott-report-due", .text, .neutral,
        "By when a request received on the as-of date is to be reported (15 CFR 760.5(b))")
    case .germanResident:
      Term(
        "german-resident", .boolean, .adverse,
        "The seller, or an exporter of the order, is resident in Germany",
        question: LocalisedText(
          "Is the seller resident or established in Germany?", "卖方是否在德国设立或居住?",
          "Ist der Verkäufer in Deutschland ansässig oder niedergelassen?"))
    case .sanctionsUndertaking:
      Term(
        "sanctions-undertaking", .boolean, .adverse,
        "Text asks for an undertaking on sanctions of a state that are not those of the United "
          + "Nations, the European Union or Germany")
    case .undertakingWords:
      Term("undertaking-words", .text, .neutral, "The words of the undertaking")
    case .verifiedBoycottReview:
      Term(
        "verified-boycott-review", .boolean, .mitigating,
        "Counsel verified that the term was struck or is permitted, and that what is to be "
          + "reported was reported",
        question: LocalisedText(
          "Was the term struck or found to be permitted, by whom, and under which number was the "
            + "request reported?",
          "该条款是否已删除或经认定可以接受?由谁认定?报告编号是什么?",
          "Wurde die Klausel gestrichen oder für zulässig befunden, von wem, und unter welcher "
            + "Nummer wurde das Ersuchen gemeldet?"))
    case .unverifiedDeclaration:
      Term(
        "unverified-declaration", .boolean, .adverse,
        "End user or end use were stated only in answer to a question, and nobody verified it")
    default: redFlagTerm
    }
  }
}
