import Formats

/// The parties of a release, found by their ids and roles.
struct ReleaseParties {
  private let parties: [JSON]
  private var places: [String: Int] = [:]

  init(_ parties: [JSON]) {
    self.parties = parties
    for (index, party) in parties.enumerated() {
      if let id = ReleaseReader.plain(party["id"]), places[id] == nil { places[id] = index }
    }
  }

  func party(_ id: JSON?) -> JSON? {
    ReleaseReader.plain(id).flatMap { places[$0] }.map { parties[$0] }
  }

  func all(with role: String) -> [(party: JSON, index: Int)] {
    parties.enumerated().compactMap { index, party in
      party["roles"]?.strings?.contains(role) == true ? (party, index) : nil
    }
  }
}
