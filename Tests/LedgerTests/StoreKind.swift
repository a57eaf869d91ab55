import DatabaseServer
import Formats
import Testing

@testable import Ledger

/// The databases that keep to one contract, as far as they are here.
enum StoreKind: String, CaseIterable, Sendable {
  case sqlite, postgreSQL

  static let installed = allCases.filter { $0 == .sqlite || DatabaseServer.shared != nil }

  /// Where a new store can be made in a folder or on the server.
  func address(in folder: String) throws -> StoreAddress {
    switch self {
    case .sqlite: .file(folder + "/ledger.db")
    case .postgreSQL: .server(try #require(DatabaseServer.shared).freshAddress())
    }
  }
}

extension StoreAddress {
  /// As it is written on a command line.
  var text: String {
    switch self {
    case .file(let path), .server(let path): path
    }
  }

  /// Runs statements past every trigger, as somebody does who may write the database.
  ///
  /// `zeros(N)` are N bytes of zero in either database.
  func tamper(_ statements: [String]) throws {
    switch self {
    case .file(let path):
      let database = try Database(path, .writing, patience: 1000)
      try database.execute("PRAGMA foreign_keys = OFF")
      for table in StoreSchema.onlyAdded + StoreSchema.erasable {
        for act in ["update", "delete"] {
          try database.execute("DROP TRIGGER IF EXISTS \(table)_no_\(act)")
        }
      }
      try database.execute("DROP TRIGGER IF EXISTS leaf_order")
      try database.execute("DROP TRIGGER IF EXISTS checkpoint_order")
      for statement in statements { try database.execute(sql(statement)) }
    case .server(let address):
      let connection = try PostgreSQLConnection(address, patience: 1000)
      try connection.execute("SET session_replication_role = replica")
      for statement in statements { try connection.execute(sql(statement)) }
    }
  }

  /// Runs a statement as it is, triggers and all.
  func execute(_ statement: String) throws(LedgerFailure) {
    switch self {
    case .file(let path):
      let database = try Database(path, .writing, patience: 1000)
      try database.execute("PRAGMA foreign_keys = ON")
      try database.execute(sql(statement))
    case .server(let address):
      try PostgreSQLConnection(address, patience: 1000).execute(sql(statement))
    }
  }

  private func sql(_ statement: String) -> String {
    switch self {
    case .file:
      statement.replacing(/zeros\((\d+)\)/) { "zeroblob(\($0.1))" }
        .replacing(/bytes\('([0-9a-f]*)'\)/) { "x'\($0.1)'" }
    case .server:
      statement.replacing(/zeros\((\d+)\)/) { "decode(repeat('00', \($0.1)), 'hex')" }
        .replacing(/bytes\('([0-9a-f]*)'\)/) { "decode('\($0.1)', 'hex')" }
    }
  }
}
