import Dossier
import Formats
import Names
import TestFolders
import Testing

@Suite("Tables of names are kept beside the lists, and read again where what is kept is not right")
struct KeptTablesTests {
  private static let data = Bundle.root + "/Data"

  private static func answer(_ knowledge: Knowledge) -> String {
    ["喀什地区公安局", "Example Forensic Institute", "Институт генетики", "한국과학기술연구원"]
      .map { "\(knowledge.names.parse($0))" }.joined(separator: "\n")
  }

  @Test func keptFoundAndMadeAnew() throws {
    let lists = try Scratch.path() + "/lists"
    let expected = Self.answer(try Knowledge(folder: Self.data))
    #expect(try Self.answer(Knowledge(folder: Self.data, lists: lists)) == expected)
    #expect(!FileReader.exists(lists), "nothing is made where no list was imported")
    try FileWriter.makeFolder(lists)
    #expect(try Self.answer(Knowledge(folder: Self.data, lists: lists)) == expected)
    let names = FileReader.names(in: lists + "/.compiled")
    #expect(names.count == 1 && names[0].hasSuffix(".tables"), "\(names)")
    let path = lists + "/.compiled/" + names[0]
    let sound = try FileReader.bytes(of: path)
    let stamp = FileStamp(of: path)
    #expect(try Self.answer(Knowledge(folder: Self.data, lists: lists)) == expected)
    #expect(FileStamp(of: path) == stamp, "what is kept is not written again")
    var damaged = sound
    damaged[sound.count / 3] ^= 4
    for wrong in [damaged, Array(sound[..<(sound.count / 2)]), []] {
      try FileWriter.write(wrong, to: path)
      #expect(try Self.answer(Knowledge(folder: Self.data, lists: lists)) == expected)
      #expect(try FileReader.bytes(of: path) == sound)
    }
  }
}
