import Formats

/// One value of the request and where it stands; the path is only built when it is told.
struct Field {
  let value: JSON
  let parent: FieldPath
  let step: FieldPath.Step?

  init(_ value: JSON, in parent: FieldPath, at step: FieldPath.Step? = nil) {
    self.value = value
    self.parent = parent
    self.step = step
  }

  var path: FieldPath { step.map(parent.appending) ?? parent }
  var offset: Int { value.offset }
}

/// The members of one object of the request.
struct Fields {
  let members: [JSON.Member]
  let path: FieldPath
  /// Where the object begins, at which a missing member is reported.
  let offset: Int

  /// The member, whatever it holds, `null` too.
  func stated(_ name: String) -> Field? {
    members.first { $0.key.isExactly(name) }.map { Field($0.value, in: path, at: .member(name)) }
  }

  /// The member where it says something; `null` says nothing.
  func optional(_ name: String) -> Field? { stated(name).flatMap { $0.value.isNull ? nil : $0 } }
}
