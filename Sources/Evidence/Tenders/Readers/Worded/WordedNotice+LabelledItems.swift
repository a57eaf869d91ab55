import Formats

extension WordedNotice {
  /// 名称：… 品牌：… 规格型号：… 数量：… 单价：…, again and again.
  mutating func readLabelledItems() {
    var item: TenderItem?
    var quantity: (text: String, line: Int)?
    var unit: String?
    func close(_ draft: inout WordedNotice) {
      guard var done = item else { return }
      if quantity == nil, let counted = draft.counted(done) {
        done = counted
        item = nil
        unit = nil
        draft.append(done)
        return
      }
      draft.settle(&done, quantity: quantity?.text ?? "", unit: unit, quantity?.line ?? 1)
      draft.append(done)
      item = nil
      quantity = nil
      unit = nil
    }
    var isLot = false
    var lot: String?
    var described: (text: String, line: Int)?
    let isChinese = notice.language == "zh"
    for value in fields.values where !terms.isAbsent(value.text) {
      let isInside =
        value.section == "items" || value.section == "need" || value.section == "award"
        || value.section == ""
      switch value.code {
      case "item-name" where isInside, "lot-name" where isInside,
        "name" where value.section == "items":
        guard value.text.unicodeScalars.count <= 200, !WordedNotice.isCompany(value.text) else {
          continue
        }
        close(&self)
        isLot = value.code == "lot-name"
        item = TenderItem(
          description: value.text, quantity: nil, unit: nil, place: "line \(value.line)")
      // Forms of the European Union give each lot its title below its number.
      case "lot" where !isChinese: lot = value.text
      case "project-name" where !isChinese && lot != nil:
        close(&self)
        item = TenderItem(
          description: value.text, quantity: nil, unit: nil, place: "line \(value.line)")
        item?.lot = lot
        item?.pack = PackReader(terms: terms).pack(in: value.text)
        lot = nil
      case "description" where value.text.unicodeScalars.count <= 200:
        described = (value.text, value.line)
      // 标项名称、数量、预算金额、简要规格描述: the budget and the words are of the lot.
      case "requirement" where isLot && item != nil && value.text.unicodeScalars.count <= 200:
        if item?.specification == nil { item?.specification = value.text }
        if item?.pack == nil { item?.pack = PackReader(terms: terms).pack(in: value.text) }
      case "budget" where isLot && item != nil:
        if item?.totalPrice == nil { item?.totalPrice = money(value) }
      case "brand": if item?.brand == nil { item?.brand = value.text }
      case "model": if item?.model == nil { item?.model = value.text }
      case "specification":
        if item?.specification == nil { item?.specification = value.text }
      case "pack":
        if item?.pack == nil { item?.pack = PackReader(terms: terms).pack(in: value.text) }
      case "quantity":
        if item == nil {
          guard let name = described?.text ?? wordedName() else {
            fault(
              "EVD096", "\(NoticeText.quoted(value.text)) is a quantity of nothing that is named",
              "look at the source", line: value.line)
            continue
          }
          item = TenderItem(
            description: name, quantity: nil, unit: nil,
            place: "line \(described?.line ?? value.line)")
          described = nil
        }
        quantity = quantity ?? (value.text, value.line)
      case "unit": unit = unit ?? value.text
      case "unit-price":
        if item != nil, item?.unitPrice == nil { item?.unitPrice = money(value) }
      case "total-price":
        if item != nil, item?.totalPrice == nil { item?.totalPrice = money(value) }
      default: break
      }
    }
    close(&self)
    // A page without a title describes what it is about.
    if notice.items.isEmpty, let described, !described.text.hasSuffix("."),
      fields.first("project-name") == nil
    {
      append(
        TenderItem(
          description: described.text, quantity: nil, unit: nil, place: "line \(described.line)"))
    }
  }

  /// 标的：高通量测序仪1台 states thing and number in one.
  private func counted(_ item: TenderItem) -> TenderItem? {
    let found = WordedItems(terms: terms).read(item.description).items
    guard found.count == 1, var counted = found.first else { return nil }
    counted.brand = item.brand
    counted.model = item.model
    counted.specification = item.specification
    counted.lot = item.lot
    counted.pack = counted.pack ?? item.pack
    counted.unitPrice = item.unitPrice
    counted.totalPrice = item.totalPrice
    counted.place = item.place
    return counted
  }

  /// What is bought, where a quantity is stated and no item is named.
  private func wordedName() -> String? {
    let requirement = fields.all("requirement").first { $0.text.unicodeScalars.count <= 60 }?.text
    return requirement ?? fields.first("project-name")?.text
  }
}
