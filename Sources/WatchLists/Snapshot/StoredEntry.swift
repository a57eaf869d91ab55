import Formats

/// What a search and the coverage need of an entry without reading its text.
struct StoredEntry: BitwiseCopyable {
  /// A day that is not stated.
  static let noDay = Int32.min

  /// Where its text lies among the texts.
  var text: UInt64
  var textCount: UInt32
  var listedFrom: Int32
  var removedOn: Int32
  /// Its list among the codes.
  var list: UInt16
  var isAddress: UInt8
  var reserved: UInt8 = 0
  /// Of its id.
  var idHash: UInt64

  /// As `ListEntry.standing(asOf:)`.
  func standing(asOf date: CivilDate) -> ListStanding {
    if let removed = day(removedOn), removed <= date { return .formerlyListed(removedOn: removed) }
    if let from = day(listedFrom), from > date { return .notYetListed(from: from) }
    return .listed
  }

  func day(_ number: Int32) -> CivilDate? {
    number == Self.noDay ? nil : CivilDate(dayNumber: Int(number))
  }
}
