extension Chart {
  private static let width = 720
  private static let labels = 236

  /// Inline SVG; `id` keeps patterns of several drawings on one page apart.
  func svg(id: String) -> String {
    let (height, body) = drawing(id)
    return """
      <svg role="img" aria-labelledby="\(id)-t \(id)-d" viewBox="0 0 \(Chart.width) \(height)" \
      xmlns="http://www.w3.org/2000/svg" font-family="sans-serif" font-size="12">
      <title id="\(id)-t">\(HTMLText.plain(title))</title>
      <desc id="\(id)-d">\(HTMLText.plain(description))</desc>
      <defs>\(ChartPattern.definitions(id))</defs>
      \(body)</svg>

      """
  }

  private func drawing(_ id: String) -> (height: Int, body: String) {
    switch form {
    case .waterfall(let bars): waterfall(bars, id)
    case .bars(let bars): simple(bars, id)
    case .stacks(let series, let rows): stacks(series, rows, id)
    case .heat(let columns, let rows): heat(columns, rows, id)
    }
  }

  private func text(
    _ words: String, x: Int, y: Int, anchor: String = "start", bold: Bool = false
  ) -> String {
    "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor)\""
      + (bold ? " font-weight=\"bold\"" : "") + ">\(HTMLText.plain(words))</text>\n"
  }

  private func label(_ words: String, y: Int) -> String {
    text(shortened(words, to: 40), x: Chart.labels - 8, y: y, anchor: "end")
  }

  private func bar(x: Int, y: Int, width: Int, height: Int = 18, _ fill: String) -> String {
    "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"\(fill)\" "
      + "stroke=\"#1b1b1b\"/>\n"
  }

  /// Each bar begins where the one before ended, so all outcomes come down to zero together.
  private func waterfall(_ bars: [ChartBar], _ id: String) -> (Int, String) {
    let total = max(1, bars.first?.value ?? 0)
    let room = Chart.width - Chart.labels - 50
    var left = bars.first?.value ?? 0
    var body = ""
    for (index, item) in bars.enumerated() {
      let y = index * 26 + 6
      let end = index == 0 ? item.value : left
      let start = end - item.value
      let x = Chart.labels + start * room / total
      let right = Chart.labels + end * room / total
      body += label(item.label, y: y + 13)
      if item.value > 0 {
        body += bar(x: x, y: y, width: max(2, right - x), ChartPattern.fill(item.pattern, id))
      }
      if index > 0 {
        body +=
          "<path d=\"M\(right) \(y - 8)V\(y + 18)\" stroke=\"#1b1b1b\" stroke-dasharray=\"2 2\"/>\n"
        left = start
      }
      body += text(String(item.value), x: right + 6, y: y + 13, bold: true)
    }
    return (bars.count * 26 + 10, body)
  }

  private func simple(_ bars: [ChartBar], _ id: String) -> (Int, String) {
    let largest = max(1, bars.map(\.value).max() ?? 0)
    let room = Chart.width - Chart.labels - 50
    var body = ""
    for (index, item) in bars.enumerated() {
      let y = index * 26 + 6
      let width = item.value * room / largest
      body += label(item.label, y: y + 13)
      if item.value > 0 {
        body += bar(
          x: Chart.labels, y: y, width: max(2, width), ChartPattern.fill(item.pattern, id))
      }
      body += text(String(item.value), x: Chart.labels + width + 6, y: y + 13, bold: true)
    }
    body +=
      "<path d=\"M\(Chart.labels) 0V\(bars.count * 26 + 6)\" stroke=\"#1b1b1b\"/>\n"
    return (bars.count * 26 + 10, body)
  }

  private func stacks(
    _ series: [String], _ rows: [(label: String, values: [Int])], _ id: String
  ) -> (Int, String) {
    let largest = max(1, rows.map { $0.values.reduce(0, +) }.max() ?? 0)
    let room = Chart.width - Chart.labels - 50
    var body = ""
    for (index, row) in rows.enumerated() {
      let y = index * 34 + 6
      var before = 0
      body += label(row.label, y: y + 16)
      for (position, value) in row.values.enumerated() where value > 0 {
        let x = Chart.labels + before * room / largest
        before += value
        let width = Chart.labels + before * room / largest - x
        body += bar(
          x: x, y: y, width: max(2, width), height: 24, ChartPattern.fill(position, id))
        if width > 22 {
          body +=
            "<rect x=\"\(x + width / 2 - 9)\" y=\"\(y + 4)\" width=\"18\" height=\"16\" "
            + "fill=\"#fff\"/>\n"
          body += text(String(value), x: x + width / 2, y: y + 16, anchor: "middle", bold: true)
        }
      }
      body += text(
        String(before), x: Chart.labels + before * room / largest + 6, y: y + 16, bold: true)
    }
    let top = rows.count * 34 + 16
    for (index, name) in series.enumerated() {
      let x = index % 3 * 240
      let y = top + index / 3 * 22
      body += bar(x: x + 1, y: y, width: 22, height: 14, ChartPattern.fill(index, id))
      body += text(name, x: x + 30, y: y + 11)
    }
    return (top + (series.count + 2) / 3 * 22 + 4, body)
  }

  private func heat(
    _ columns: [String], _ rows: [(label: String, cells: [HeatCell])], _ id: String
  ) -> (Int, String) {
    let left = 150
    let size = min(140, (Chart.width - left) / max(1, columns.count))
    let largest = max(1, rows.flatMap(\.cells).map(\.stopped).max() ?? 0)
    var body = ""
    for (index, name) in columns.enumerated() {
      for (line, words) in wrapped(name, width: max(6, size / 8)).prefix(3).enumerated() {
        body += text(
          words, x: left + index * size + size / 2, y: 14 + line * 14, anchor: "middle")
      }
    }
    for (index, row) in rows.enumerated() {
      let y = 52 + index * 40
      body += text(shortened(row.label, to: 22), x: left - 8, y: y + 24, anchor: "end")
      for (position, cell) in row.cells.enumerated() {
        let x = left + position * size
        let shade = 255 - cell.stopped * 110 / largest
        body += bar(x: x, y: y, width: size, height: 40, "rgb(\(shade),\(shade),255)")
        if cell.isThin {
          body += bar(x: x, y: y, width: size, height: 40, ChartPattern.hatch(id))
        }
        let words = "\(cell.stopped) of \(cell.all)"
        body +=
          "<rect x=\"\(x + size / 2 - 24)\" y=\"\(y + 11)\" width=\"48\" height=\"18\" "
          + "fill=\"#fff\"/>\n"
        body += text(words, x: x + size / 2, y: y + 24, anchor: "middle", bold: true)
      }
    }
    let legend = 52 + rows.count * 40 + 18
    body += bar(x: left, y: legend - 11, width: 22, height: 14, ChartPattern.hatch(id))
    body += text("data lane insufficient in at least one order", x: left + 30, y: legend)
    return (legend + 10, body)
  }
}
