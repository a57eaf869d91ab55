import Digests
import Formats
import Testing

@Suite("A sealed file opens only whole and for what it was made from")
struct SealedFileTests {
  private static func bytes(_ content: MappedBytes?) -> [UInt8]? {
    content.map { content in
      content.withValues(at: 0, count: content.count, of: UInt8.self) { span in
        span.indices.map { span[$0] }
      }
    }
  }

  @Test(arguments: ["", "k", "a key of some length, which ends within a line of sixteen"])
  func contentComesBack(key: String) throws {
    let content = (0..<77).map { UInt8($0) }
    let sealed = try #require(SealedFile.sealed(content, key: key))
    #expect(Self.bytes(SealedFile.content(of: MappedBytes(sealed), key: key)) == content)
    #expect(SealedFile.content(of: MappedBytes(sealed), key: key + "?") == nil)
    #expect(SealedFile.content(of: MappedBytes(sealed), key: "K" + key.dropFirst()) == nil)
    #expect(SealedFile.content(of: MappedBytes(sealed), key: key.uppercased() + " ") == nil)
    for bit in 0..<sealed.count * 8 {
      var damaged = sealed
      damaged[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(SealedFile.content(of: MappedBytes(damaged), key: key) == nil, "bit \(bit)")
    }
    for count in 0..<sealed.count {
      let cut = MappedBytes(Array(sealed[..<count]))
      #expect(SealedFile.content(of: cut, key: key) == nil, "\(count) bytes")
    }
    #expect(SealedFile.content(of: MappedBytes(sealed + [0]), key: key) == nil)
  }
}
