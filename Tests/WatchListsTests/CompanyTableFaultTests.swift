import Formats
import Testing

@testable import WatchLists

@Suite("A company's own table is refused with the place and the remedy")
struct CompanyTableFaultTests {
  private func refusal(_ bytes: [UInt8]) -> Diagnostic? {
    do {
      _ = try ListReading(bytes, file: "stop.csv")
      return nil
    } catch {
      return error.diagnostics.first
    }
  }

  private func refusal(_ text: String) -> Diagnostic? { refusal(Array(text.utf8)) }

  @Test func anUnknownColumnIsNamedWithTheNearest() {
    let fault = refusal("name,contry\nExample,CN\n")
    #expect(fault?.id == "LST008")
    #expect(fault?.line.contains("`contry` is not known; did you mean `country`") == true)
  }

  @Test func aMissingNameIsTold() {
    #expect(refusal("alias,country\nx,CN\n")?.message.contains("no column `name`") == true)
  }

  @Test func aQuotationMarkThatNeverClosesIsToldWhereItOpens() {
    let fault = refusal("name,country\nOne,CN\n\"Two,CN\nThree,CN\n")
    #expect(fault?.id == "FMT017")
    #expect(fault?.position == SourcePosition(line: 3, column: 1))
  }

  @Test func aRowOfTenMegabytesIsRefused() {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 10 << 20)
    let fault = refusal(Array("name\nOne\n".utf8) + long + Array("\nTwo\n".utf8))
    #expect(fault?.id == "FMT018")
    #expect(fault?.position?.line == 3)
  }

  @Test func otherEncodingsAreNamedWithTheLine() {
    let latin = refusal(Array("name\nOne\nM".utf8) + [0xFC] + Array("ller\n".utf8))
    #expect(latin?.message.contains("Latin-1") == true)
    #expect(latin?.position == SourcePosition(line: 3, column: 2))
    let gbk = refusal(Array("name\n".utf8) + [0xD6, 0xD0, 0xB9, 0xFA, 0x0A])
    #expect(gbk?.message.contains("GBK") == true)
    #expect(gbk?.position?.line == 2)
    let utf16 = refusal("name\nOne\n".utf8.flatMap { [$0, 0] })
    #expect(utf16?.message.contains("UTF-16") == true)
  }
}
