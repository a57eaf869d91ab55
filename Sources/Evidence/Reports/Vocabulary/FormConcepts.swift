/// Concepts that are recognised by form instead of by words.
struct FormConcepts: Sendable {
  let age: Int
  let number: Int
  let date: Int
  let place: Int
  let product: Int
  let programme: Int
  let company: Int
  let document: Int
  let negator: Int
  let without: Int
  let noReply: Int
  let noEvidence: Int
  let uyghur: Int
  let participants: Int
  let child: Int

  /// By the numbers of concepts.
  init(_ number: (String) -> Int) {
    age = number("age")
    self.number = number("number")
    date = number("date")
    place = number("place")
    product = number("product")
    programme = number("programme")
    company = number("name-company")
    document = number("name-document")
    negator = number("negator")
    without = number("without")
    noReply = number("no-reply")
    noEvidence = number("no-evidence")
    uyghur = number("uyghur")
    participants = number("participants")
    child = number("child")
  }
}
