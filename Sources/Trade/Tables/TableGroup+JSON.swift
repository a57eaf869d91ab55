import Formats

/// The rows of an order as the request that a system would send.
extension TableGroup {
  var json: JSON {
    var root: [(String, JSON)] = []
    for column in orderColumns {
      guard case .request(let path) = column.place else { continue }
      TableGroup.put(value(of: column), at: path[...], into: &root)
    }
    // Of no version is said: it is that of this program.
    if !root.contains(where: { $0.0 == "schemaVersion" }) {
      root.insert(("schemaVersion", .string(Order.schemaVersion)), at: 0)
    }
    root.append(("parties", .array(partyObjects)))
    root.append(("lines", .array(rows.map(TableGroup.line))))
    return .object(root)
  }

  private static func line(_ row: TableRow) -> JSON {
    var members: [(String, JSON)] = []
    for field in row.fields {
      guard case .line(let path) = field.column.place else { continue }
      put(field.column.value(field.cell), at: path[...], into: &members)
    }
    // Two unknown columns may have one name; the first says that there is one.
    for other in row.others where !members.contains(where: { $0.0 == other.heading }) {
      members.append((other.heading, .string(other.cell)))
    }
    return .object(members)
  }

  private var partyObjects: [JSON] {
    parties.enumerated().map { index, roles in
      var entity: [(String, JSON)] = []
      var schema = JSON.string(EntitySchema.legalEntity.rawValue)
      var declaredBy: [(String, JSON)] = []
      for column in orderColumns {
        guard case .party(roles, let property) = column.place else { continue }
        switch property {
        case "schema": schema = value(of: column)
        case "declaredBy": declaredBy = [("declaredBy", value(of: column))]
        default: entity.append((property, value(of: column)))
        }
      }
      return .object(
        [
          ("id", .string("p\(index + 1)")), ("role", .strings(roles)),
          ("entity", .object([("schema", schema), ("properties", .object(entity))])),
        ] + declaredBy)
    }
  }

  private static func put(
    _ value: JSON, at path: ArraySlice<String>, into members: inout [(String, JSON)]
  ) {
    guard let name = path.first else { return }
    guard path.count > 1 else {
      members.append((name, value))
      return
    }
    let place = members.firstIndex { $0.0 == name }
    var inner = place.map { members[$0].1.members ?? [] }?.map { ($0.key, $0.value) } ?? []
    put(value, at: path.dropFirst(), into: &inner)
    if let place {
      members[place].1 = .object(inner)
    } else {
      members.append((name, .object(inner)))
    }
  }
}
