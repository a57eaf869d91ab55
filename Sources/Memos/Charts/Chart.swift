/// A drawing with a title and a description for those who do not see it.
public struct Chart: Sendable {
  enum Form: Sendable {
    case waterfall([ChartBar])
    case bars([ChartBar])
    case stacks(series: [String], rows: [(label: String, values: [Int])])
    case heat(columns: [String], rows: [(label: String, cells: [HeatCell])])
  }

  public var title: String
  /// What the drawing shows, with its values, in words.
  public var description: String
  var form: Form
}

struct ChartBar: Sendable {
  var label: String
  var value: Int
  var pattern: Int
}

/// One field of the heat map: stopped orders of all orders.
struct HeatCell: Sendable {
  var stopped: Int
  var all: Int
  var isThin: Bool
}
