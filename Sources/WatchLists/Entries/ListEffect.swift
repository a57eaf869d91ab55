/// What being on a list means in law, which differs from list to list.
///
/// A securities listing or the Unverified List is not a prohibition, and must never read like one.
public enum ListEffect: String, Sendable, Hashable, CaseIterable {
  /// Property is frozen and dealings are barred (SDN; asset freezes of the EU, the UK, the UN).
  case blocking
  /// Items need a licence for this party (Entity List, MEU, MIEU; EAR part 744).
  case licenceRequirement
  /// Nobody may take part in its transactions under the EAR (Denied Persons; EAR § 764.3(a)(2)).
  case denialOrder
  /// Something to be resolved before going on (Unverified List, section 1260H).
  case redFlag
  /// Concerns its securities only (NS-CMIC).
  case securitiesOnly
  /// Bars only the dealings that a programme names (SSI, CAPTA, menu-based, NS-PLC).
  case sectoral
  /// Authorisations are barred or refused (ITAR § 127.7; nonproliferation statutes, EAR § 744.19).
  case debarment
  /// Sets no legal consequence; worth knowing.
  case context
}
