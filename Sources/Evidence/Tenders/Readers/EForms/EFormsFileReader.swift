import Formats

/// Reads notices of TED in the layout of eForms (eForms-SDK 1): UBL with extensions.
struct EFormsFileReader {
  let knowledge: TenderKnowledge
  let file: String

  /// Root elements of notices.
  static let roots: Set<String> = [
    "ContractNotice", "ContractAwardNotice", "PriorInformationNotice",
    "BusinessRegistrationInformationNotice",
  ]

  func read(_ bytes: [UInt8], into reading: inout TenderReading) {
    var limits = XMLLimits()
    limits.record = 1 << 28
    limits.text = 1 << 22
    var reader = XMLReader(bytes, limits: limits)
    do throws(XMLFailure) {
      while let event = try reader.next() {
        guard case .start(let start) = event else { continue }
        guard EFormsFileReader.roots.contains(start.name) else {
          reading.faults.add(
            Diagnostic(
              "EVD070", "`\(start.name)` is no notice of eForms",
              remedy: "give a ContractNotice, ContractAwardNotice or PriorInformationNotice",
              file: file, position: SourcePosition(line: start.line, column: 1)))
          return
        }
        let root = try reader.element(start)
        // What follows the root must be sound too, or the file is not what it says.
        while try reader.next() != nil {}
        var notice = EFormsNotice(root, knowledge: knowledge, file: file)
        if let read = notice.read() { reading.notices.append(read) }
        reading.faults.add(notice.faults)
      }
    } catch {
      reading.faults.add(
        Diagnostic(
          "EVD071", error.message, remedy: "fetch the notice again", file: file,
          position: SourcePosition(line: error.line, column: 1)))
    }
  }
}

extension XMLElement {
  /// The first element on a path of names.
  func first(_ path: String...) -> XMLElement? {
    var current = self
    for name in path {
      guard let next = current.child(name) else { return nil }
      current = next
    }
    return current
  }

  /// All elements on a path of names, in the order of the document.
  func all(_ path: String...) -> [XMLElement] {
    path.reduce([self]) { elements, name in elements.flatMap { $0.children(name) } }
  }

  /// The text without white space around it, nil where there is none.
  var words: String? {
    let words = NoticeText.trimmed(text)
    return words.isEmpty ? nil : words
  }
}
