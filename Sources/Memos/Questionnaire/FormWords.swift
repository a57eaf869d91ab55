import Facts
import Screening

/// What a questionnaire prints around its questions, in three languages.
enum FormWords {
  static let title = LocalisedText("Questions on order", "订单问题清单", "Fragen zum Auftrag")
  static let revision = LocalisedText("revision", "修订版", "Revision")
  static let asOf = LocalisedText("as of", "截至", "Stand")
  static let why = LocalisedText("Why it is asked", "询问原因", "Warum gefragt wird")
  static let basis = LocalisedText("Legal basis", "法律依据", "Rechtsgrundlage")
  static let expected = LocalisedText("Answer expected", "答复形式", "Erwartete Antwort")
  static let answer = LocalisedText("Answer", "答复", "Antwort")
  static let by = LocalisedText("Given by (name, office)", "答复人(姓名、职务)", "Von (Name, Funktion)")
  static let day = LocalisedText(
    "Day (YYYY-MM-DD)", "日期(YYYY-MM-DD)", "Tag (JJJJ-MM-TT)")
  static let documents = LocalisedText(
    "Documents (name, SHA-256)", "文件(名称、SHA-256)", "Dokumente (Name, SHA-256)")
  static let about = LocalisedText("About", "涉及", "Betrifft")
  static let none = LocalisedText(
    "No question is open: no answer could change the determination.",
    "没有待答复的问题:任何答复都不会改变结论。",
    "Keine Frage ist offen: keine Antwort könnte das Ergebnis ändern.")
  static let internalOnly = LocalisedText(
    "For counsel only. A refusal is decided or possible: nothing of this is sent to the customer.",
    "仅供法律顾问使用。已决定或可能拒绝交易:不得向客户发送本表任何内容。",
    "Nur für die Rechtsabteilung. Eine Ablehnung ist beschlossen oder möglich: nichts hiervon geht "
      + "an den Kunden.")
  static let declaration = LocalisedText(
    "An answer is a declaration with a person and a date. State facts that can be checked; general "
      + "assurances resolve nothing.",
    "答复属于声明,须注明答复人和日期。请说明可核实的事实;笼统的保证不能解决问题。",
    "Eine Antwort ist eine Erklärung mit Person und Tag. Bitte prüfbare Tatsachen nennen; allgemeine "
      + "Zusicherungen klären nichts.")
  static let settled = LocalisedText(
    "No answer settles this; it is settled by", "答复本身不能确定该事实,需依据",
    "Keine Antwort klärt dies; maßgeblich ist")

  static func expected(_ item: Questionnaire.Item) -> LocalisedText {
    switch item.expects {
    case .text: LocalisedText("text", "文字", "Text")
    case .yesNo: LocalisedText("yes or no", "是或否", "ja oder nein")
    case .date: LocalisedText("a day", "日期", "ein Tag")
    case .number:
      LocalisedText(
        "a number" + (item.unit.map { " (\($0))" } ?? ""),
        "数字" + (item.unit.map { "(\($0))" } ?? ""),
        "eine Zahl" + (item.unit.map { " (\($0))" } ?? ""))
    case .document:
      LocalisedText(
        "yes or no, with a document that shows it and the person who verified it",
        "是或否,并附证明文件和核实人", "ja oder nein, mit einem Beleg und der Person, die ihn geprüft hat")
    case .code:
      LocalisedText(
        "a code of scruple policy reference, or its name", "分类代码(scruple policy reference)",
        "ein Code aus scruple policy reference")
    case .party:
      LocalisedText(
        "name; address; country code", "名称;地址;国家代码", "Name; Anschrift; Ländercode")
    }
  }
}
