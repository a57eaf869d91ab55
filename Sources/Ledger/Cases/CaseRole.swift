/// What a person is in the work on cases. A person may have several, but sales and service stand
/// alone: who sells or services never decides.
public enum CaseRole: String, Sendable, Hashable, CaseIterable {
  /// Gives answers and documents; sees the decision and one sentence.
  case sales, service
  /// Works on cases and proposes decisions.
  case analyst
  /// Confirms what another proposed.
  case approver
  /// The named officer: asks for overrides, confirms against a dissent, appoints.
  case officer
  /// Confirms overrides and the end of investigations.
  case counsel
  /// Sees everything and does nothing.
  case auditor

  var isCommercial: Bool { self == .sales || self == .service }
}

/// Who has which roles, as the log says it at one place.
public struct Roster: Sendable, Hashable {
  public private(set) var roles: [String: Set<CaseRole>] = [:]

  public init() {}

  /// The roles that count: of one who sells or services, only those.
  public func roles(of person: String) -> Set<CaseRole> {
    let roles = roles[person] ?? []
    let commercial = roles.filter(\.isCommercial)
    return commercial.isEmpty ? roles : commercial
  }

  /// Why an appointment is none; nil where it holds.
  ///
  /// Until there is an officer, one can be appointed by anybody who has the secret keys; then only
  /// an officer appoints, and nobody himself.
  public func refusal(of appointment: Appointment, by person: String) -> String? {
    guard Roster.isName(appointment.person) else { return Roster.noName }
    let folded = appointment.person.lowercased()
    if let other = roles.keys.sorted().first(where: {
      $0 != appointment.person && $0.lowercased() == folded
    }) {
      return "`\(other)` has roles, and differs by capital letters alone"
    }
    let isCommercial = appointment.roles.contains(where: \.isCommercial)
    if isCommercial, !appointment.roles.allSatisfy(\.isCommercial) {
      return "who sells or services has no other role"
    }
    guard roles.values.contains(where: { $0.contains(.officer) }) else {
      return appointment.roles == [.officer] ? nil : "the first to be appointed is an officer"
    }
    guard roles(of: person).contains(.officer) else { return "only an officer appoints" }
    return person == appointment.person ? "nobody appoints himself" : nil
  }

  /// Why a person may not confirm what a clearance asks for; nil also while nobody has a role.
  func refusal(ofConfirmationBy person: String) -> String? {
    guard !self.roles.isEmpty else { return nil }
    let roles = roles(of: person)
    if roles.isEmpty { return "`\(person)` has no role; an officer appoints" }
    return roles.isDisjoint(with: [.analyst, .approver, .officer, .counsel])
      ? "`\(person)` is \(CaseFile.words(roles)), who confirms nothing" : nil
  }

  static let noName = "nobody is named, or with blanks around it or signs that cannot be seen"

  mutating func take(_ appointment: Appointment, by person: String) {
    guard refusal(of: appointment, by: person) == nil else { return }
    roles[appointment.person] = appointment.roles.isEmpty ? nil : appointment.roles
  }

  /// Neither nobody, nor a policy, nor what looks in a list like two or like somebody else.
  static func isName(_ name: String) -> Bool {
    guard let first = name.first, let last = name.last else { return false }
    return !first.isWhitespace && !last.isWhitespace && !name.lowercased().hasPrefix("policy:")
      && !name.unicodeScalars.contains {
        [.control, .format, .lineSeparator, .paragraphSeparator].contains(
          $0.properties.generalCategory)
      }
  }
}

/// That a person has these roles from now on, and no others.
public struct Appointment: Sendable, Hashable {
  public let person: String
  public let roles: Set<CaseRole>

  public init(person: String, roles: Set<CaseRole>) {
    self.person = person
    self.roles = roles
  }
}
