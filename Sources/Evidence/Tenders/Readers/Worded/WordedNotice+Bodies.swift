import Formats
import Names

extension WordedNotice {
  /// Buyer and agency, each by its own labels and the section in which a bare 名称 stands.
  mutating func readBodies() {
    var buyer: TenderBody?
    var others: [String] = []
    var agency: TenderBody?
    var entity: (body: TenderBody, line: Int)?
    for value in fields.values where !terms.isAbsent(value.text) && !value.text.contains("://") {
      switch (value.code, value.section) {
      case ("buyer", _):
        // A name is short; a sentence that begins with 采购人 is none.
        let longest = notice.language == "zh" ? 80 : 160
        guard value.text.unicodeScalars.count <= longest, buyer == nil else { continue }
        let names = bodies(value.text)
        buyer = TenderBody(names: [names[0]])
        others = Array(names.dropFirst())
        notice.locate("buyer", "line \(value.line)")
      case ("name", "buyer"), ("item-name", "buyer"):
        let name = body(value.text)
        if buyer == nil { notice.locate("buyer", "line \(value.line)") }
        if notice.language != "zh", buyer?.names.isEmpty == false {
          // Each of several buyers has its own name there, and most are named again at the end.
          if buyer?.names.contains(name) != true, !others.contains(name) { others.append(name) }
        } else if buyer?.names.contains(name) != true {
          buyer = TenderBody(names: [name] + (buyer?.names ?? []), address: buyer?.address)
        }
      case ("agency", _):
        agency = agency ?? TenderBody(names: [body(value.text)])
        notice.locate("agency", "line \(value.line)")
      case ("name", "agency"), ("item-name", "agency"):
        if agency == nil { notice.locate("agency", "line \(value.line)") }
        agency = agency ?? TenderBody(names: [body(value.text)])
      // Where no page of the state's own form tells who buys, the procuring entity is all there is.
      case ("procuring-entity", _):
        if notice.language == "zh" {
          agency = agency ?? TenderBody(names: [body(value.text)])
          notice.locate("agency", "line \(value.line)")
        } else {
          let parts = value.text.split(separator: ",", maxSplits: 1).map { NoticeText.trimmed($0) }
          entity =
            entity
            ?? (
              TenderBody(names: [parts[0]], address: parts.count > 1 ? parts[1] : nil), value.line
            )
        }
      case ("buyer-address", _), ("address", "buyer"):
        if buyer?.address == nil {
          if buyer == nil { buyer = TenderBody(names: []) }
          buyer?.address = value.text
        }
      case ("agency-address", _), ("address", "agency"):
        if agency?.address == nil { agency?.address = value.text }
      default: break
      }
    }
    let isNamed = buyer?.names.isEmpty == false
    if !isNamed, let commission = commission() {
      buyer = TenderBody(names: [commission.buyer], address: buyer?.address)
      agency = agency ?? TenderBody(names: [commission.agency])
      notice.locate("buyer", "line \(commission.line)")
    } else if !isNamed, let announced = announced() {
      buyer = TenderBody(names: [announced.buyer], address: buyer?.address)
      notice.locate("buyer", "line \(announced.line)")
    } else if !isNamed, let named = self.buyer(ofTitle: notice.title) {
      buyer = TenderBody(names: [named], address: buyer?.address)
      notice.locate("buyer", "title")
    } else if !isNamed, let project = fields.first("project-name"),
      let named = self.buyer(ofTitle: project.text)
    {
      buyer = TenderBody(names: [named], address: buyer?.address)
      notice.locate("buyer", "line \(project.line)")
    }
    if buyer?.names.isEmpty != false, let found = bodyOfHeading() {
      buyer = TenderBody(names: [found.name], address: buyer?.address)
      notice.locate("buyer", "line \(found.line)")
    }
    if notice.language != "zh" {
      if buyer == nil || buyer?.names.isEmpty == true, let found = entity ?? heading() {
        buyer = found.body
        notice.locate("buyer", "line \(found.line)")
      } else if let entity, agency == nil, buyer?.names != entity.body.names {
        agency = entity.body
        notice.locate("agency", "line \(entity.line)")
      }
    }
    if var body = buyer, !body.names.isEmpty {
      let country = notice.language == "zh" ? "CN" : nil
      body.country = country
      notice.buyers = [body] + others.map { TenderBody(names: [$0], country: country) }
    }
    notice.agency = agency
  }

  /// Whose plans a page tells that is headed 某某医院政府采购意向.
  private func bodyOfHeading() -> (name: String, line: Int)? {
    guard notice.stage == .intention else { return nil }
    for line in fields.lines.prefix(12) {
      if let name = buyer(ofTitle: line.text) { return (name, line.line) }
    }
    return nil
  }

  /// The body in whose name a page is headed: NATIONAL POLICE SERVICE.
  private func heading() -> (body: TenderBody, line: Int)? {
    for line in fields.lines.prefix(8)
    where line.text.unicodeScalars.count <= 80 && !line.text.contains(":")
      && (line.text != notice.title || line.text == line.text.uppercased())
      && terms.stage(ofTitle: line.text) == nil
      && !knowledge.reading(ofBody: line.text).functions.isEmpty
    {
      return (TenderBody(names: [line.text]), line.line)
    }
    return nil
  }

  /// Buyers who buy together: `和田地区公安局；和田市公安局`; one where the parts are no bodies.
  private func bodies(_ text: String) -> [String] {
    let parts = text.split(whereSeparator: { "；;、".contains($0) }).map { body(String($0)) }
    let areBodies =
      parts.count > 1 && parts.allSatisfy { !knowledge.reading(ofBody: $0).functions.isEmpty }
    return areBodies ? parts : [body(text)]
  }

  /// A name without remarks that follow it: `云岭县公安局（盖章）`.
  private func body(_ text: String) -> String {
    var name = NoticeText.trimmed(text)
    for remark in ["（盖章）", "(盖章)", "（公章）", "(本级)", "（本级）"] where name.hasSuffix(remark) {
      name = NoticeText.trimmed(name.dropLast(remark.count))
    }
    return name
  }

  /// `某某招标有限公司受云岭县公安局委托`: who buys and who acts for it.
  private func commission() -> (buyer: String, agency: String, line: Int)? {
    for line in fields.lines {
      guard let by = line.text.firstRange(of: "受"),
        let end = line.text[by.upperBound...].firstRange(of: "委托")
      else { continue }
      var buyer = NoticeText.trimmed(line.text[by.upperBound..<end.lowerBound])
      if buyer.hasSuffix("的") { buyer.removeLast() }
      let agency = NoticeText.trimmed(line.text[..<by.lowerBound])
      if (4...40).contains(buyer.count), (4...40).contains(agency.count),
        knowledge.names.parse(buyer).isResolved
      {
        return (buyer, agency, line.line)
      }
    }
    return nil
  }

  /// `现将云岭县公安局2026年3月至4月采购意向公开如下`: whose plans a notice of intentions tells.
  private func announced() -> (buyer: String, line: Int)? {
    guard notice.stage == .intention else { return nil }
    for line in fields.lines {
      guard let lead = line.text.firstRange(of: "现将") else { continue }
      let rest = line.text[lead.upperBound...]
      guard let end = rest.firstRange(of: "采购意向") else { continue }
      // Years are blanked out by some who copy notices.
      let name = NoticeText.trimmed(
        rest[..<end.lowerBound].prefix { !$0.isNumber && !"年*＊（(（本".contains($0) })
      if (4...40).contains(name.count) { return (name, line.line) }
    }
    return nil
  }

  /// The body with which a title begins, where it says what kind of body it is.
  private func buyer(ofTitle written: String) -> String? {
    let endings = [
      "公安局", "公安厅", "公安分局", "分局", "总队", "支队", "大队", "委员会", "人民医院", "医院",
      "控制中心", "保健院", "研究院", "研究所", "检验所", "鉴定中心", "中心", "大学", "学院", "海关",
      "检察院", "法院", "学校", "监狱", "戒毒所", "血站", "中心血站", "卫生局", "管理局", "厅", "局", "站",
    ]
    var title = written
    for head in ["关于", "【", "[", "("] where title.hasPrefix(head) { title.removeFirst(head.count) }
    var best: Substring?
    for ending in endings {
      guard let range = title.firstRange(of: ending) else { continue }
      let name = title[..<range.upperBound]
      if (4...30).contains(name.count), name.count > best?.count ?? 0,
        !name.contains("采购"), !name.contains("项目"), !name.contains("年")
      {
        best = name
      }
    }
    guard let best else { return nil }
    return knowledge.reading(ofBody: String(best)).functions.isEmpty ? nil : String(best)
  }
}
