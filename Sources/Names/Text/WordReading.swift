/// One way in which a word is written in Latin letters.
struct WordReading: Sendable, Hashable {
  /// UTF-8, folded.
  let latin: [UInt8]
  /// The script whose sounds the reading has: a name in Han characters has Korean readings too.
  let script: Script

  init(_ latin: String, _ script: Script) {
    self.latin = Array(latin.utf8)
    self.script = script
  }

  var text: String { String(decoding: latin, as: UTF8.self) }
}
