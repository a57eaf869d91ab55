import Evidence
import Formats
import Trade

extension ItemMaster {
  /// The line with what the master knows and the order does not declare.
  func filling(_ line: OrderLine, on day: CivilDate) -> OrderLine {
    guard let item = item(line.sku, on: day) else { return line }
    var line = line
    if line.eccn == nil { line.eccn = item.eccn }
    if line.europeanDualUseCode == nil { line.europeanDualUseCode = item.europeanCode }
    let isSame = !ItemMaster.contradicts(line.eccn, item.eccn)
    if line.eccnBasis == nil, line.eccn != nil, isSame { line.eccnBasis = item.basisWords }
    if line.hsCode == nil { line.hsCode = item.hsCode }
    if line.countryOfOrigin == nil { line.countryOfOrigin = item.origin }
    return line
  }

  /// Whether two codes cannot both be right: neither is the other or a paragraph of it. A code that
  /// is not stated contradicts nothing.
  static func contradicts(_ declared: String?, _ known: String?) -> Bool {
    guard let declared = declared?.trimmed.lowercased(), !declared.isEmpty,
      let known = known?.trimmed.lowercased(), !known.isEmpty
    else { return false }
    return declared != known && !declared.hasPrefix(known + ".") && !known.hasPrefix(declared + ".")
  }
}
