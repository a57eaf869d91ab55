extension HelpText {
  static let questionnaire = """
    scruple questionnaire FILE|- [--lang en|zh-Hans|de] [--output text|json|html] [--to FILE]
    scruple questionnaire FILE|- --answers FILE|- [--order-to FILE] [--output text|json] [--to FILE]

    Only the questions whose answers can change the determination of an order, each with its id, the
    fact that it states, the kind of answer expected, why it is asked and the legal basis. Where a
    refusal is decided or possible the form is for counsel alone, and says so.

    With --answers they are read back, and the order is screened again. An answer is a declaration: it
    resolves what somebody else verified with a document, never a legal bar. One that states no fact
    leaves its question open, and one that evidence contradicts is a finding.

      --lang LANGUAGE    en, zh-Hans or de; legal titles stay in their own language
      --answers FILE     JSON (the form filled in, or a list), one object a line, or CSV: id, answer,
                         by, at, and verifiedBy, verifiedAt, documents (name and sha256), evidence
      --order-to FILE    writes the order with its answers, for scruple screen
      --to FILE          writes the form, or the determination, into a file
      --corpus DIR       lists, registers and notices
      --as-of DATE       the day of law, lists and reports; no answer may be of a later one
      --output FORM      text, json or html

    Exit status: 0 the form was printed; with --answers as scruple screen; 2 usage; 4 the order or the
    answers cannot be read: a question that there is not, nobody named, no day or one to come.

    """
}
