import Formats
import Law
import WatchLists

extension OwnershipRule {
  /// The rules that are asked of every party. `programmes` are those whose blocked owners the
  /// Affiliates Rule counts, nil where they are not known.
  static func asked(asOf date: CivilDate, _ programmes: Set<String>?) -> [OwnershipRule] {
    [.ofac, .affiliates(counting: programmes), .european(asOf: date), .unitedKingdom]
  }

  /// The programmes that the table names, whatever its day: those of a later day are nearer than
  /// none.
  static func named(_ programmes: Dated<[SanctionProgramme]>) -> Set<String>? {
    programmes.value.map { Set($0.filter(\.isNamedInEAR).map(\.programme)) }
  }
}
