extension MemoDocument {
  /// Citations that lead nowhere and factual statements that cite nothing, each with its place.
  ///
  /// Empty for a memo that may be signed.
  public var unresolvedCitations: [String] {
    let known = anchors
    var faults: [String] = []
    func check(_ runs: [MemoRun], _ place: String) {
      for case .citation(let citation) in runs {
        if let anchor = citation.anchor, !known.contains(anchor) {
          faults.append("\(place): [\(citation.label)] does not resolve")
        }
      }
      for case .reference(let number) in runs where !known.contains(MemoDocument.anchor(number)) {
        faults.append("\(place): the reference to \(number) does not resolve")
      }
    }
    for definition in header { check(definition.runs, "header") }
    for section in sections {
      for (position, block) in section.blocks.enumerated() {
        let place = "section \(section.number), block \(position + 1)"
        switch block {
        case .paragraph(let paragraph):
          check(paragraph.statement.runs, paragraph.number)
          if paragraph.statement.nature == .fact, paragraph.statement.citations.isEmpty {
            faults.append("\(paragraph.number): a factual sentence cites nothing")
          }
        case .table(let table):
          check(table.caption, place)
          for row in table.rows { for cell in row.cells { check(cell, place) } }
          let captioned = table.caption.contains { if case .citation = $0 { true } else { false } }
          if table.nature == .fact, !captioned, !table.rows.allSatisfy(\.hasCitation) {
            faults.append("\(place): a factual table has rows that cite nothing")
          }
        case .lanes(let marks): for mark in marks { check(mark.summary, place) }
        case .definitions(let definitions):
          for definition in definitions { check(definition.runs, place) }
        case .callout(_, let runs): check(runs, place)
        case .heading, .signatures: break
        }
      }
    }
    return faults
  }

  /// Where references to a paragraph (`4.2`) or section (`10`) lead.
  static func anchor(_ number: String) -> String {
    number.contains(".") ? "p-" + number : "section-" + number
  }

  private var anchors: Set<String> {
    var anchors: Set<String> = []
    for section in sections {
      anchors.insert(section.anchor)
      for block in section.blocks {
        switch block {
        case .paragraph(let paragraph): anchors.insert(MemoDocument.anchor(paragraph.number))
        case .table(let table): anchors.formUnion(table.rows.compactMap(\.anchor))
        default: break
        }
      }
    }
    return anchors
  }

  /// All of our own words, without quotations and citations; what the wording check reads.
  public var ownWords: [String] {
    var texts: [String] = [title]
    func add(_ runs: [MemoRun]) {
      for run in runs {
        switch run {
        case .text(let text), .strong(let text): texts.append(text)
        case .quotation, .citation, .reference: break
        }
      }
    }
    for definition in header {
      texts.append(definition.term)
      add(definition.runs)
    }
    for section in sections {
      texts.append(section.title)
      for block in section.blocks {
        switch block {
        case .heading(let text): texts.append(text)
        case .paragraph(let paragraph): add(paragraph.statement.runs)
        case .table(let table):
          add(table.caption)
          texts += table.columns
          for row in table.rows { for cell in row.cells { add(cell) } }
        case .lanes(let marks):
          for mark in marks {
            texts.append(mark.word)
            add(mark.summary)
          }
        case .definitions(let definitions): for item in definitions { add(item.runs) }
        case .callout(let title, let runs):
          texts.append(title)
          add(runs)
        case .signatures(let signatures): texts += signatures.meanings + [signatures.dissent]
        }
      }
    }
    return texts
  }
}
