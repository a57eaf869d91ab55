/// A file that holds several notices, one below the other.
extension NoticeDocument {
  /// The notices of the document, each as a document of its own; one where there is only one.
  ///
  /// A title parts two notices where on both sides of it stand labels that make a notice, with a
  /// project of its own: links to other notices at the foot of a page, or a title that is printed
  /// twice, part nothing.
  func parts(_ knowledge: TenderKnowledge) -> [NoticeDocument] {
    let starts = blocks.indices.filter { isTitle(blocks[$0], knowledge.terms) }
    guard starts.count > 1 else { return [self] }
    var parts: [Part] = []
    for (number, start) in starts.enumerated() {
      let end = number + 1 < starts.count ? starts[number + 1] : blocks.count
      let next = Part(self, (number == 0 ? 0 : start)..<end, title: start, knowledge)
      if let last = parts.last, !(last.isWhole && next.isWhole && last.differs(from: next)) {
        parts[parts.count - 1].append(next)
      } else {
        parts.append(next)
      }
    }
    guard parts.count > 1 else { return [self] }
    return parts.enumerated().map { number, part in
      var document = NoticeDocument(blocks: Array(blocks[part.range]))
      // What is said of the page is said of all; its faults are told once.
      document.metadata = metadata.filter { $0.name != "articletitle" }
      if number == 0 { document.faults = faults }
      return document
    }
  }

  private func isTitle(_ block: NoticeBlock, _ terms: TenderTerms) -> Bool {
    guard case .line(let text) = block.content else { return false }
    let length = text.unicodeScalars.count
    return (6...120).contains(length) && !text.contains("：") && !text.contains(":")
      && terms.section(text) == nil && terms.stage(ofTitle: text) != nil
      && !terms.isGenericTitle(text)
  }

  private struct Part {
    var range: Range<Int>
    let title: String
    var codes: Set<String>
    var projects: Set<String>

    init(
      _ document: NoticeDocument, _ range: Range<Int>, title: Int, _ knowledge: TenderKnowledge
    ) {
      self.range = range
      if case .line(let text) = document.blocks[title].content {
        self.title = text
      } else {
        self.title = ""
      }
      var fields = NoticeFields(knowledge, NoticeDocument(blocks: Array(document.blocks[range])))
      fields.collect()
      codes = fields.tellingCodes
      projects = Set(
        (fields.all("project-number") + fields.all("process-number")).map(\.text))
    }

    /// Enough for a notice: two labels, one of which names the project.
    var isWhole: Bool {
      codes.count >= 2
        && !codes.isDisjoint(with: ["project-number", "process-number", "project-name"])
    }

    func differs(from other: Part) -> Bool {
      title != other.title || projects.isDisjoint(with: other.projects)
    }

    mutating func append(_ other: Part) {
      range = range.lowerBound..<other.range.upperBound
      codes.formUnion(other.codes)
      projects.formUnion(other.projects)
    }
  }
}
