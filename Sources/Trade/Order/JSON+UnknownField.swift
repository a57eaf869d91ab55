import Formats

extension JSON {
  /// The value with an unknown field put back at its place.
  ///
  /// A place that the value does not have is left out; decoded orders hold none.
  func inserting(_ field: UnknownField) -> JSON {
    guard let content = try? JSONReader.read(Array(field.text.utf8)) else { return self }
    return inserting(content, at: field.place.steps[...])
  }

  private func inserting(_ content: JSON, at steps: ArraySlice<FieldPath.Step>) -> JSON {
    guard let step = steps.first else { return content }
    let rest = steps.dropFirst()
    switch (step, value) {
    case (.member(let name), .object(var members)):
      if let index = members.firstIndex(where: { $0.key == name }) {
        members[index] = Member(name, members[index].value.inserting(content, at: rest))
      } else if rest.isEmpty {
        members.append(Member(name, content))
      }
      return JSON(.object(members))
    case (.element(let index), .array(var elements)) where elements.indices.contains(index):
      elements[index] = elements[index].inserting(content, at: rest)
      return JSON(.array(elements))
    default: return self
    }
  }
}
