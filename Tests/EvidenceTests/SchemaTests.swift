import Formats
import Testing

@Suite("Bundled sources and claims fit their schemas")
struct SchemaTests {
  /// The part of JSON Schema that the two schemas use.
  private static func faults(_ value: JSON, _ schema: JSON, _ path: String) -> [String] {
    var faults: [String] = []
    if let types = schema["type"]?.strings ?? schema["type"]?.string.map({ [$0] }) {
      if !types.contains(type(of: value)) { return ["\(path) is \(type(of: value))"] }
    }
    if let allowed = schema["enum"]?.array, !allowed.contains(where: { $0.text() == value.text() })
    {
      faults.append("\(path) is \(value.text())")
    }
    if let text = value.string {
      if let least = schema["minLength"]?.integer, text.count < least {
        faults.append("\(path) is too short")
      }
      if let pattern = schema["pattern"]?.string,
        (try? Regex(pattern).firstMatch(in: text)) == nil
      {
        faults.append("\(path) does not fit \(pattern)")
      }
    }
    if let elements = value.array, let items = schema["items"] {
      for (index, element) in elements.enumerated() {
        faults += Self.faults(element, items, "\(path)[\(index)]")
      }
    }
    guard let members = value.members else { return faults }
    for name in schema["required"]?.strings ?? [] where value[name] == nil {
      faults.append("\(path).\(name) is missing")
    }
    if let most = schema["maxProperties"]?.integer, members.count > most {
      faults.append("\(path) has \(members.count) members")
    }
    for member in members {
      if let part = schema["properties"]?[member.key] {
        faults += Self.faults(member.value, part, "\(path).\(member.key)")
      } else if schema["additionalProperties"]?.boolean == false {
        faults.append("\(path).\(member.key) is not known")
      }
    }
    return faults
  }

  private static func type(of value: JSON) -> String {
    switch value.value {
    case .object: "object"
    case .array: "array"
    case .string: "string"
    case .number: "number"
    case .boolean: "boolean"
    case .null: "null"
    }
  }

  @Test(arguments: [("source", "sources"), ("claim", "claims")])
  func everyLineFits(_ name: String, _ file: String) throws {
    let schema = try Lines.document(Bundled.folder + "/schema/\(name).schema.json")
    let lines = try Lines.read(Bundled.folder + "/\(file).ndjson")
    #expect(lines.count > 50)
    for line in lines {
      let faults = Self.faults(line.json, schema, "line \(line.number)")
      #expect(faults.isEmpty, "\(faults)")
    }
  }

  @Test func aClaimWithoutALocatorDoesNotFit() throws {
    let schema = try Lines.document(Bundled.folder + "/schema/claim.schema.json")
    let claim = try JSONReader.read(
      Array(#"{"id":"a","kind":"k","subject":{"place":"CN"},"source":"s","summary":"t"}"#.utf8))
    #expect(Self.faults(claim, schema, "claim") == ["claim.locator is missing"])
  }
}
