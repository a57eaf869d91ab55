import Digests
public import Formats

/// That a set of policies was accepted, and which lists it requires, kept for runs that ask no more.
///
/// Bound to the digests of the policies and of the tables with which they were checked, so that what
/// is kept says what checking them again would say. A set that is refused is never kept.
public struct AcceptedPolicies: Sendable {
  /// Increased where the content is laid out in another way by the same program.
  private static let layout = 1

  private let file: KeptFile?

  /// `policies` is the digest of a set, `tables` that of `Data`.
  public init(policies: String, tables: String, in folder: CacheFolder?) {
    file = KeptFile("policies", key: "\(Self.layout) \(policies) \(tables)", in: folder)
  }

  /// The lists that the accepted set requires; nil where nobody knows that it was accepted.
  public var lists: [RequiredList]? {
    guard let content = file?.content else { return nil }
    let bytes = content.withValues(at: 0, count: content.count, of: UInt8.self) { span in
      span.indices.map { span[$0] }
    }
    guard let json = try? JSONReader.read(bytes), let values = json.array else { return nil }
    let lists = values.compactMap { RequiredList(json: $0) }
    return lists.count == values.count && !lists.isEmpty ? lists : nil
  }

  /// Keeps that a set of this digest was accepted.
  public func keep(_ policies: PolicySet) {
    file?.keep(Array(JSON.array(policies.lists.map(\.json)).text().utf8))
  }
}

extension RequiredList {
  fileprivate var json: JSON {
    .object([
      ("code", .string(code)), ("name", .string(name)),
      ("demonstration", .boolean(isDemonstration)), ("required", .boolean(isRequired)),
      ("actor", .optional(whenActor)), ("floor", .integer(floor)),
      ("age", .integer(maximumAgeDays)), ("canaries", .strings(canaries)),
    ])
  }

  fileprivate init?(json: JSON) {
    guard let code = json["code"]?.string, let name = json["name"]?.string,
      let isDemonstration = json["demonstration"]?.boolean,
      let isRequired = json["required"]?.boolean, let actor = json["actor"],
      let floor = json["floor"]?.integer, let age = json["age"]?.integer,
      let canaries = json["canaries"]?.strings, actor.isNull || actor.string != nil
    else { return nil }
    self.init(
      code: code, name: name, isDemonstration: isDemonstration, isRequired: isRequired,
      whenActor: actor.string, floor: floor, maximumAgeDays: age, canaries: canaries)
  }
}
