import Formats

/// Reads notices that are written for people, as a page or as text, in Chinese or another language:
/// intentions, tenders, awards, corrections.
///
/// Fields are found by their labels, in lines and in tables; `名称` and `Official name` mean the body
/// of the section in which they stand, so that the agency is never taken for the buyer.
struct WordedNoticeReader {
  let knowledge: TenderKnowledge
  let file: String

  func read(_ text: [UInt8], into reading: inout TenderReading) {
    let document = NoticeDocument(text, file: file)
    reading.faults.add(contentsOf: document.faults)
    var fields = NoticeFields(knowledge, document)
    fields.collect()
    guard fields.isNotice else {
      reading.faults.add(
        Diagnostic(
          "EVD041", "no procurement notice was recognised in the file",
          remedy: "give a notice with its labels (采购人, 项目编号, …), OCDS, eForms or a table",
          file: file))
      return
    }
    reading.format = fields.isChinese ? .chinese : .page
    let parts = document.parts(knowledge)
    guard parts.count > 1 else { return read(fields, document, into: &reading) }
    for part in parts {
      var fields = NoticeFields(knowledge, part)
      fields.collect()
      read(fields, part, into: &reading)
    }
  }

  private func read(
    _ fields: NoticeFields, _ document: NoticeDocument, into reading: inout TenderReading
  ) {
    for var draft in WordedNotice.drafts(of: fields, document, knowledge, file: file) {
      draft.finish()
      reading.notices.append(draft.notice)
      reading.faults.add(draft.faults)
    }
  }
}
