/// The built-in documentation to which a problem's `type` leads.
enum ProblemPage {
  static func html(_ kind: Problem.Kind) -> String {
    """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><title>\(kind.title)</title></head>
    <body><main><h1>\(kind.title)</h1>
    <p>Status \(kind.status). The order is held: no determination was reached.</p>
    <p>\(escaped(kind.remedy))</p>
    </main></body></html>

    """
  }

  private static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "<": "&lt;"
      case ">": "&gt;"
      case "&": "&amp;"
      default: String(character)
      }
    }.joined()
  }
}
