import Formats

/// Takes members of a recorded object and says where one is missing or of the wrong kind.
struct RecordReader {
  let json: JSON
  let path: String

  init(_ json: JSON, path: String) {
    self.json = json
    self.path = path
  }

  func fault(
    _ key: String, _ message: String, remedy: String? = nil, id: String = "REC002"
  ) -> Diagnostic {
    Diagnostic(id, message, remedy: remedy, path: place(key))
  }

  func text(_ key: String) throws(Diagnostic) -> String {
    guard let text = try member(key).string else { throw wrongKind(key, "a string") }
    return text
  }

  /// The text, or nil where the member is absent, null or of another kind.
  func optional(_ key: String) -> String? { json[key]?.string }

  func integer(_ key: String) throws(Diagnostic) -> Int {
    guard let number = try member(key).integer else { throw wrongKind(key, "an integer") }
    return number
  }

  func flag(_ key: String) throws(Diagnostic) -> Bool {
    guard let flag = try member(key).boolean else { throw wrongKind(key, "a boolean") }
    return flag
  }

  func texts(_ key: String) throws(Diagnostic) -> [String] {
    let value = try member(key)
    guard value.array != nil, let texts = value.strings else {
      throw wrongKind(key, "an array of strings")
    }
    return texts
  }

  func object(_ key: String) throws(Diagnostic) -> RecordReader {
    let value = try member(key)
    guard value.members != nil else { throw wrongKind(key, "an object") }
    return RecordReader(value, path: place(key))
  }

  func objects(_ key: String) throws(Diagnostic) -> [RecordReader] {
    guard let elements = try member(key).array else { throw wrongKind(key, "an array") }
    var readers: [RecordReader] = []
    for (position, element) in elements.enumerated() {
      guard element.members != nil else { throw wrongKind("\(key)[\(position)]", "an object") }
      readers.append(RecordReader(element, path: place("\(key)[\(position)]")))
    }
    return readers
  }

  private func member(_ key: String) throws(Diagnostic) -> JSON {
    guard let value = json[key] else { throw fault(key, "the member is missing") }
    return value
  }

  private func wrongKind(_ key: String, _ expected: String) -> Diagnostic {
    fault(key, "expected \(expected)")
  }

  private func place(_ key: String) -> String { path.isEmpty ? key : path + "." + key }
}
