/// Fills that stay apart in black-and-white print and for colour-blind readers: each has a
/// pattern of its own, and colours of Okabe and Ito's palette.
enum ChartPattern {
  private static let forms: [(colour: String, marks: String)] = [
    ("#56b4e9", ""),
    ("#009e73", "<path d=\"M0 4H8\" stroke=\"#fff\" stroke-width=\"2\"/>"),
    ("#f0e442", "<path d=\"M0 8L8 0\" stroke=\"#1b1b1b\" stroke-width=\"1.4\"/>"),
    ("#e69f00", "<circle cx=\"4\" cy=\"4\" r=\"1.8\" fill=\"#1b1b1b\"/>"),
    ("#cc79a7", "<path d=\"M4 0V8\" stroke=\"#fff\" stroke-width=\"2.4\"/>"),
    ("#d55e00", "<path d=\"M0 0L8 8M0 8L8 0\" stroke=\"#fff\" stroke-width=\"1.4\"/>"),
    ("#333333", ""),
    ("#ffffff", "<path d=\"M0 4H8M4 0V8\" stroke=\"#1b1b1b\"/>"),
    ("#c9c9c9", ""),
  ]

  static func definitions(_ id: String) -> String {
    forms.enumerated().map { index, form in
      pattern(
        "\(id)-p\(index)", "<rect width=\"8\" height=\"8\" fill=\"\(form.colour)\"/>\(form.marks)")
    }.joined()
      + pattern("\(id)-h", "<path d=\"M0 8L8 0\" stroke=\"#1b1b1b\" stroke-width=\"1\"/>")
  }

  static func fill(_ index: Int, _ id: String) -> String {
    "url(#\(id)-p\(index % forms.count))"
  }

  static func hatch(_ id: String) -> String { "url(#\(id)-h)" }

  private static func pattern(_ id: String, _ inner: String) -> String {
    "<pattern id=\"\(id)\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
      + "\(inner)</pattern>"
  }
}
