import Digests
import Evidence
import Formats
import Memos

/// Writes notices into a corpus, each once; one that is there already is never replaced.
struct TenderAcceptance {
  let folder: String
  let reader: TenderReader

  init(folder: String, reader: TenderReader) {
    self.folder = folder + "/tenders"
    self.reader = reader
  }

  func accept(
    _ notices: [TenderNotice]
  ) throws(CommandFailure) -> (lines: [String], code: ExitCode) {
    var known: [String: TenderNotice] = [:]
    do throws(FileReader.Failure) {
      for name in FileReader.names(in: folder) where name.hasSuffix(".ndjson") {
        for notice in try reader.read(path: folder + "/" + name).notices {
          known[notice.id] = notice
        }
      }
      var lines: [String] = []
      var code = ExitCode.allow
      var text = ""
      var count = 0
      for given in notices {
        let notice = given.apart(from: known)
        if let old = known.updateValue(notice, forKey: notice.id) {
          if old.content.json.canonicalText == notice.content.json.canonicalText {
            lines.append("already there: \(visible(notice.id))")
          } else {
            known[notice.id] = old
            code = .invalidInput
            lines.append(
              "scruple: `\(visible(notice.id))` is in the corpus with other content and was not "
                + "replaced; remove it there, or give one of them another id")
          }
          continue
        }
        text += notice.json.text() + "\n"
        count += 1
      }
      if count > 0 {
        try FileWriter.makeFolder(folder)
        let path = folder + "/ingested-\(SHA256(of: text).hexadecimal.prefix(12)).ndjson"
        try FileWriter.write(text, to: path)
        lines.append("accepted: \(count) \(count == 1 ? "notice" : "notices"), into \(path)")
      }
      return (lines, code)
    } catch {
      throw CommandFailure(.inputOutput, "scruple: nothing was accepted: \(error.message)")
    }
  }
}
