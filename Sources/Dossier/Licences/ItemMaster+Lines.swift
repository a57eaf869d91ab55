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
    if line.eccnBasis == nil, let declared = line.eccn, item.determines(declared) {
      line.eccnBasis = item.basisWords
    }
    if line.hsCode == nil { line.hsCode = item.hsCode }
    if line.countryOfOrigin == nil { line.countryOfOrigin = item.origin }
    return line
  }
}
