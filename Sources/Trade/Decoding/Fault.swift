/// The kinds of fault that a screening request can have, with their stable identifiers.
///
/// Numbers are never used again for another fault. From 040 on they speak of characters.
enum Fault: String, CaseIterable {
  case empty = "TRD001"
  case notJSON = "TRD002"
  case notUTF8 = "TRD003"
  case beyondLimits = "TRD004"
  case missingField = "TRD010"
  case wrongType = "TRD011"
  case unknownTerm = "TRD012"
  case unsupportedVersion = "TRD013"
  case unknownField = "TRD014"
  case loneValue = "TRD015"
  case emptyList = "TRD016"
  case blankText = "TRD017"
  case textTooLong = "TRD018"
  case emptyOptionalText = "TRD019"
  case malformedDecimal = "TRD020"
  case numberOutOfRange = "TRD021"
  case numberAsNumber = "TRD022"
  case quantityNotPositive = "TRD023"
  case notWholeNumber = "TRD024"
  case malformedDate = "TRD025"
  case noSuchDay = "TRD026"
  case malformedTimestamp = "TRD027"
  case malformedCountry = "TRD028"
  case unknownCountry = "TRD029"
  case malformedCurrency = "TRD030"
  case malformedDigest = "TRD031"
  case duplicateParty = "TRD032"
  case duplicateLine = "TRD033"
  case endUserMissing = "TRD034"
  case repeatedRole = "TRD035"
  case partyWithoutName = "TRD036"
  case propertyNeverRead = "TRD037"
  case completeWithoutDeclaration = "TRD038"
  case endUserDespiteUnknown = "TRD039"
  case directionControl = "TRD040"
  case invisibleCharacter = "TRD041"
  case controlCharacter = "TRD042"
  case lookAlike = "TRD043"
  case privateUseCharacter = "TRD044"
  case lostCharacter = "TRD045"
  case moreFaults = "TRD090"

  init(_ kind: SuspiciousText.Kind) {
    self =
      switch kind {
      case .directionControl: .directionControl
      case .invisible: .invisibleCharacter
      case .control: .controlCharacter
      case .lookAlike: .lookAlike
      case .privateUse: .privateUseCharacter
      case .lost: .lostCharacter
      }
  }
}
