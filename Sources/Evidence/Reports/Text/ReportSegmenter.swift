/// Makes paragraphs of lines: joins soft breaks, and sets furniture, captions and repetitions apart.
struct ReportSegmenter {
  let furniture: FurnitureWords
  private var bytes: [UInt8] = []
  private var marks: [ReportText.Mark] = []
  private var segments: [ReportSegment] = []
  /// Where whole paragraphs stand, to know them again: by their first letters those of which no
  /// other begins so, and all others by all that they say.
  private var byStart: [UInt64: Int] = [:]
  private var byWords: [UInt64: Int] = [:]
  /// The paragraph that may go on after a caption, and where its bytes end.
  private var open: Int?

  init(furniture: FurnitureWords) { self.furniture = furniture }

  /// `unit` and `lastPlace` are those of the lines.
  mutating func text(of lines: [ReportLine], unit: LocatorUnit) -> ReportText {
    bytes.reserveCapacity(lines.reduce(0) { $0 + $1.bytes.count + 1 })
    let furniture = furniture
    var index = 0
    var isInLinks = false
    while index < lines.count {
      let line = lines[index]
      if isInLinks, line.bytes.count > 200, line.endsSentence { isInLinks = false }
      if furniture.beginsSection(line.bytes) { isInLinks = true }
      let end = ReportSegmenter.wrappedEnd(lines, from: index, furniture)
      if isInLinks || line.isBeside || furniture.isFurniture(line.bytes) {
        add(lines[index...index], as: .furniture)
        index += 1
      } else if end > index {
        add(lines[index...end], as: .paragraph)
        index = end + 1
      } else {
        let next = lines[safe: index + 1]
        add(lines[index...index], as: ReportSegmenter.kind(of: line, next: next))
        index += 1
      }
    }
    return ReportText(
      bytes: bytes, segments: segments, unit: unit, lastPlace: lines.last?.place ?? 0,
      marks: marks)
  }

  private static func kind(of line: ReportLine, next: ReportLine?) -> ReportSegment.Kind {
    if line.isHeading { return .heading }
    if isCredit(line.bytes) { return .caption }
    if let next, isCredit(next.bytes) { return .caption }
    if line.isItem { return .item }
    return line.bytes.count < 160 && !line.endsSentence && !line.continuesSentence
      ? .heading : .paragraph
  }

  /// © or a word for it at the start: the line before is the caption of a picture.
  private static func isCredit(_ line: ArraySlice<UInt8>) -> Bool {
    credits.contains { line.first == $0.first && line.starts(with: $0) }
  }

  private static let credits = ["©", "(c) ", "图片来源", "图源"].map { Array($0.utf8) }

  /// The last line of a paragraph that is wrapped at one width from `start` on, or `start`.
  private static func wrappedEnd(
    _ lines: [ReportLine], from start: Int, _ furniture: FurnitureWords
  ) -> Int {
    var end = start
    var widest = lines[start].bytes.count
    // Bounded, because the lines are looked at again where they are no paragraph.
    while end - start < 400, end + 1 < lines.count, lines[end + 1].followsDirectly,
      !lines[end + 1].isItem, !lines[end + 1].isBeside,
      !lines[end + 1].isHeading, !furniture.isFurniture(lines[end + 1].bytes)
    {
      end += 1
      widest = max(widest, lines[end].bytes.count)
    }
    guard end > start else { return start }
    let isHan = lines[start].bytes.first.map { $0 >= 0xE3 } ?? false
    guard widest <= (isHan ? 360 : 130), widest >= 40 else {
      return lowerCaseEnd(lines, from: start, to: end)
    }
    for index in start..<end where lines[index].bytes.count * 10 < widest * 6 {
      return lowerCaseEnd(lines, from: start, to: end)
    }
    return end
  }

  /// Lines of other lengths go on only where the sentence visibly does.
  private static func lowerCaseEnd(_ lines: [ReportLine], from start: Int, to last: Int) -> Int {
    var end = start
    while end < last, !lines[end].endsSentence, lines[end + 1].continuesSentence { end += 1 }
    return end
  }

  private mutating func add(_ lines: ArraySlice<ReportLine>, as kind: ReportSegment.Kind) {
    guard let first = lines.first, let last = lines.last else { return }
    if kind == .furniture {
      let start = bytes.count
      append(first.bytes, first.place)
      finish(start, .furniture, first.place...last.place)
      return
    }
    if kind != .caption, continueOpen(with: lines) { return }
    let start = bytes.count
    for line in lines { append(line.withoutDoubling, line.place) }
    finish(start, kind, first.place...last.place)
    if kind == .caption { return }
    open = last.endsSentence || last.bytes.count < 60 ? nil : segments.count - 1
  }

  /// A paragraph that a caption or the end of a page interrupts goes on with a small letter.
  private mutating func continueOpen(with lines: ArraySlice<ReportLine>) -> Bool {
    guard let number = open, segments[number].range.count < 1 << 14, let first = lines.first,
      let last = lines.last,
      first.continuesSentence || continuesHan(first, after: segments[number])
    else { return false }
    var start = segments[number].range.lowerBound
    let place = segments[number].lines
    if segments[number].range.upperBound != bytes.count - 1 {
      // Something stood between: the words are copied behind it, so that they are in one piece.
      let old = segments[number].range
      start = bytes.count
      let moved = marks.suffix(256).filter { old.contains($0.offset) }
      marks += moved.map {
        ReportText.Mark(offset: $0.offset - old.lowerBound + start, place: $0.place)
      }
      // A copy of its own, so that the text itself is not copied whole.
      let words = Array(bytes[old])
      bytes += words
      bytes.append(0x20)
      segments.remove(at: number)
      segments.append(
        ReportSegment(kind: .paragraph, range: start..<bytes.count - 1, lines: place))
    } else {
      bytes[bytes.count - 1] = 0x20
    }
    for line in lines { append(line.withoutDoubling, line.place) }
    let index = segments.count - 1 >= number ? segments.count - 1 : number
    segments[index].range = start..<bytes.count
    segments[index].lines = place.lowerBound...max(place.upperBound, last.place)
    segments[index].kind = .paragraph
    bytes.append(0x0A)
    open = last.endsSentence ? nil : index
    return true
  }

  /// Chinese has no small letters: only a long line without an end goes on.
  private func continuesHan(_ line: ReportLine, after segment: ReportSegment) -> Bool {
    guard line.followsDirectly, let first = line.bytes.first, first >= 0xE4, first <= 0xE9 else {
      return false
    }
    return segment.kind == .paragraph && segment.range.count > 90
  }

  private mutating func append(_ line: ArraySlice<UInt8>, _ place: Int) {
    if let last = bytes.last, last >= 0x80, let first = line.first, first >= 0xE3,
      marks.last?.offset != bytes.count
    {
      // Chinese lines are joined without a blank.
    } else if let last = bytes.last, last != 0x0A, last != 0x20 {
      bytes.append(0x20)
    }
    marks.append(ReportText.Mark(offset: bytes.count, place: place))
    bytes += line
  }

  private mutating func finish(
    _ start: Int, _ kind: ReportSegment.Kind, _ lines: ClosedRange<Int>
  ) {
    var segment = ReportSegment(kind: kind, range: start..<bytes.count, lines: lines)
    bytes.append(0x0A)
    guard kind != .furniture else {
      segments.append(segment)
      return
    }
    if let earlier = earlier(sayingSame: segment.range) {
      segment.kind = .repetition
      segments[earlier].alsoAt += Array(lines.prefix(8))
    } else if let last = segments.indices.suffix(3).last(where: {
      segments[$0].kind != .furniture
    }), repeatsStart(of: segment.range, in: segments[last].range) {
      // The one before was an excerpt of this one.
      segment.alsoAt = Array(segments[last].lines.prefix(8))
      segments[last].kind = .repetition
    }
    segments.append(segment)
  }

  /// The segment that says the same as the one that comes next, which is noted where there is none.
  private mutating func earlier(sayingSame range: Range<Int>) -> Int? {
    // References of their own, so that the segmenter is not copied to be asked.
    let text = bytes
    let start = ReportSegmenter.words(of: range, in: text, first: 64)
    guard let alike = byStart[start] else {
      byStart[start] = segments.count
      return nil
    }
    if alike >= 0 {
      byStart[start] = -1
      if alike < segments.count {
        byWords[ReportSegmenter.words(of: segments[alike].range, in: text)] = alike
      }
    }
    let digest = ReportSegmenter.words(of: range, in: text)
    if let earlier = byWords[digest], earlier < segments.count,
      ReportSegmenter.words(of: segments[earlier].range, in: text) == digest
    {
      return earlier
    }
    byWords[digest] = segments.count
    return nil
  }

  /// Letters only, so that another quotation mark makes no other text; all of them, or the first.
  private static func words(
    of range: Range<Int>, in bytes: [UInt8], first limit: UInt64 = .max
  ) -> UInt64 {
    var hash: UInt64 = 0
    var count: UInt64 = 0
    let text = bytes.span
    let isShort: UInt64 = range.count < 4096 ? 1 : 0
    for index in range {
      let byte = text[index]
      let isLetter: UInt64 = (byte >= 0x30 ? 1 : 0) & (byte != 0xE2 ? 1 : 0)
      let taken = isLetter & (isShort | (byte & 0xC0 != 0x80 ? 1 : 0))
      // A sum over letters and their numbers, so that none waits for the one before; masked and
      // not branched upon, for every word ends otherwise than foreseen.
      var part = (count << 8 | UInt64(byte | 0x20)) &* 0x9E37_79B9_7F4A_7C15
      part = (part ^ part >> 29) &* 0xBF58_476D_1CE4_E5B9
      hash &+= (part ^ part >> 32) & (0 &- taken)
      count &+= taken
      if count == limit { break }
    }
    return hash
  }

  /// Whether the earlier text is the beginning of the later one and most of a sentence long.
  private func repeatsStart(of later: Range<Int>, in earlier: Range<Int>) -> Bool {
    guard earlier.count >= 60, earlier.count <= later.count else { return false }
    var end = earlier.upperBound
    while end > earlier.lowerBound, bytes[end - 1] == 0x2E || bytes[end - 1] <= 0x20 { end -= 1 }
    // An excerpt ends in the sign for what is left out.
    if end - earlier.lowerBound > 3, bytes[(end - 3)..<end].elementsEqual([0xE2, 0x80, 0xA6]) {
      end -= 3
    }
    return bytes[later].prefix(end - earlier.lowerBound)
      .elementsEqual(bytes[earlier.lowerBound..<end])
  }
}

extension Array {
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
