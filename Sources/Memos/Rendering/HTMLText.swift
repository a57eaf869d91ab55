/// Text for HTML: escaped, what is invisible shown, and each run of another script marked with
/// its language so that screen readers and fonts treat it rightly (WCAG 2.2, 3.1.2).
enum HTMLText {
  /// For text between tags.
  static func escaped(_ text: String) -> String {
    var output = ""
    for run in scriptRuns(visible(text)) {
      let inner = plain(run.text)
      output += run.language.map { "<span lang=\"\($0)\">\(inner)</span>" } ?? inner
    }
    return output
  }

  /// For attribute values and titles: no elements inside.
  static func plain(_ text: String) -> String {
    var output = ""
    for scalar in visible(text).unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&#39;"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }

  /// For `id` and `href`: letters, digits, `.`, `-` and `_` stand; all else is spelled as its code.
  static func identifier(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_": output.unicodeScalars.append(scalar)
      default: output += "u" + String(scalar.value, radix: 16) + "-"
      }
    }
    return output
  }

  private enum Script { case han, kana, hangul, arabic, cyrillic, other, neutral }

  private static func scriptRuns(_ text: String) -> [(text: String, language: String?)] {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return [(text, nil)] }
    var runs: [(text: String, script: Script, hasKana: Bool)] = []
    for scalar in text.unicodeScalars {
      let script = script(of: scalar)
      let joins: Bool
      switch (runs.last?.script, script) {
      case (nil, _): joins = false
      case (_, .neutral): joins = runs.last?.script == .other || !scalar.isASCII
      case (.han, .kana): joins = true
      case (let last, let next): joins = last == next
      }
      if joins, let index = runs.indices.last {
        runs[index].text.unicodeScalars.append(scalar)
        if script == .kana { runs[index].hasKana = true }
      } else {
        let own = script == .kana ? .han : script == .neutral ? .other : script
        runs.append((String(scalar), own, script == .kana))
      }
    }
    return runs.map { ($0.text, language(of: $0.script, hasKana: $0.hasKana)) }
  }

  private static func language(of script: Script, hasKana: Bool) -> String? {
    switch script {
    case .han: hasKana ? "ja" : "zh-Hans"
    case .kana: "ja"
    case .hangul: "ko"
    case .arabic: "und-Arab"
    case .cyrillic: "und-Cyrl"
    case .other, .neutral: nil
    }
  }

  private static func script(of scalar: Unicode.Scalar) -> Script {
    switch scalar.value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0x3005...0x3007:
      .han
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: .kana
    case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7A3: .hangul
    case 0x0600...0x06FF, 0x0750...0x077F, 0xFB50...0xFDFF, 0xFE70...0xFEFC: .arabic
    case 0x0400...0x052F: .cyrillic
    case 0x3000...0x3004, 0x3008...0x3020, 0xFF00...0xFF65: .neutral
    default: .other
    }
  }
}
