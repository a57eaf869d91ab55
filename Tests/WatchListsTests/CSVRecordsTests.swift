import Formats
import Testing

@Suite("Records of separated values are read one by one")
struct CSVRecordsTests {
  /// Everything that a reader sees: cells, or the id and place of a fault.
  private func steps(_ bytes: [UInt8], _ dialect: CSVRecords.Dialect) -> [String] {
    var records = CSVRecords(bytes, dialect: dialect, file: "t.csv")
    var steps: [String] = []
    while true {
      switch records.next() {
      case .record(let record): steps.append("\(record.line): \(record.texts)")
      case .unreadable(let fault): steps.append("\(fault.id) \(fault.position?.description ?? "")")
      case .broken(let fault):
        return steps + ["broken \(fault.id) \(fault.position?.description ?? "")"]
      case .end: return steps
      }
    }
  }

  private let lenient = CSVRecords.Dialect(separator: UInt8(ascii: ","), isLenient: true)

  @Test func readingGoesOnBehindARecordThatCannotBeRead() {
    let text = "a,b\n\"x\"y,1\nu,v\n\u{1}\n\"p\nq\",2\n"
    #expect(
      steps(Array(text.utf8), lenient) == [
        "1: [\"a\", \"b\"]", "FMT013 2:4", "3: [\"u\", \"v\"]", "FMT016 4:1",
        "5: [\"p\\nq\", \"2\"]",
      ])
  }

  @Test func publishersWriteQuotationMarksInsideCellsAndSpaceBehindThem() {
    let text = "1,\"A \"\"B\"\"\" ,C \"D\" E\n"
    #expect(steps(Array(text.utf8), lenient) == ["1: [\"1\", \"A \\\"B\\\"\", \"C \\\"D\\\" E\"]"])
    #expect(steps(Array(text.utf8), .strict) == ["FMT013 1:12"])
  }

  @Test func aQuotationMarkThatIsNeverClosedBreaksTheRest() {
    let text = "a\nb\n\"c\nd\n"
    #expect(steps(Array(text.utf8), lenient).last == "broken FMT017 3:1")
  }

  @Test func aRecordOfTenMegabytesIsAFaultAndTheNextIsRead() {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 10 << 20)
    let bytes = Array("a,b\n\"".utf8) + long + Array("\",1\nu,v\n".utf8)
    #expect(
      steps(bytes, lenient) == ["1: [\"a\", \"b\"]", "FMT018 2:1", "3: [\"u\", \"v\"]"])
  }

  @Test func theEndMarkOfOldSystemsIsSeen() {
    var records = CSVRecords(Array("a\r\n\u{1A}".utf8), dialect: lenient)
    guard case .record = records.next(), case .end = records.next() else {
      Issue.record("one record was expected")
      return
    }
    #expect(records.sawEndMark)
    #expect(!records.endedWithoutBreak)
  }

  @Test func columnsCountScalarsAlsoBehindManyLines() {
    var text = ""
    for _ in 0..<2000 { text += "研究,\"\n\"\n" }
    text += "研究所,\"x\"y\n"
    #expect(steps(Array(text.utf8), lenient).last == "FMT013 4001:8")
  }

  @Test(
    arguments: [
      ("Müller,Zürich", [UInt8]("M\u{FC}ller".unicodeScalars.map { UInt8($0.value) }), "Latin-1"),
      ("中国", [0xD6, 0xD0, 0xB9, 0xFA, 0x2C, 0xB1, 0xB1, 0xBE, 0xA9], "GBK"),
      ("name", [0x6E, 0, 0x61, 0, 0x6D, 0, 0x65, 0], "UTF-16"),
    ])
  func encodingsAreGuessed(text: String, bytes: [UInt8], name: String) {
    #expect(TextEncoding.guess(of: bytes, from: 0).name == name, "\(text)")
  }
}
