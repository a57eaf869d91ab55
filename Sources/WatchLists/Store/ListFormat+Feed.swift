extension ListFormat {
  /// Whether a file of this format can only be of one publisher's feed, so that it has no place
  /// in another.
  var namesItsFeed: Bool {
    switch self {
    case .companyTable, .entries: false
    default: true
    }
  }
}
