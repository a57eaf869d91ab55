import Digests
public import Formats

/// The keys that open the server, from a file that holds only their digests.
public struct KeyRing: Sendable {
  public private(set) var keys: [AccessKey]

  public init(_ keys: [AccessKey] = []) { self.keys = keys }

  /// Reads a file; one that cannot be read whole opens nothing.
  public init(file path: String) throws(Diagnostic) {
    let bytes: [UInt8]
    do throws(FileReader.Failure) {
      bytes = try FileReader.bytes(of: path, limit: 1 << 24)
    } catch {
      throw Diagnostic(
        "HOK001", error.message, remedy: "make a key with `scruple serve keys add`", file: path)
    }
    let json: JSON
    do throws(JSONFailure) {
      json = try JSONReader.read(bytes)
    } catch {
      throw Diagnostic("HOK002", error.message, file: path, position: error.position)
    }
    guard json["version"]?.integer == 1, let entries = json["keys"]?.array else {
      throw Diagnostic(
        "HOK003", "this is no file of keys", remedy: "name one that `serve keys` made",
        file: path)
    }
    keys = []
    for (place, entry) in entries.enumerated() {
      guard let key = AccessKey(entry) else {
        throw Diagnostic(
          "HOK004", "the key cannot be read", remedy: "remove it and make a new one", file: path,
          path: "keys[\(place)]")
      }
      keys.append(key)
    }
  }

  public mutating func add(_ key: AccessKey) { keys.append(key) }

  /// Ends a key; false where there is none of this id.
  public mutating func revoke(_ id: String, now: Int) -> Bool {
    guard let place = keys.firstIndex(where: { $0.id == id }) else { return false }
    if keys[place].revoked == nil { keys[place].revoked = now }
    return true
  }

  public func write(to path: String) throws(Diagnostic) {
    let json = JSON.object([("version", .integer(1)), ("keys", .array(keys.map(\.json)))])
    do throws(FileReader.Failure) {
      try FileWriter.write(json.text(indented: true) + "\n", to: path)
    } catch {
      throw Diagnostic("HOK005", error.message, file: path)
    }
  }

  /// The key of an `Authorization` header, if it is in force.
  ///
  /// The id finds the key and is no secret; the rest is compared in constant time.
  func key(_ authorization: String?, now: Int) -> AccessKey? {
    guard let authorization, authorization.utf8.count <= 256 else { return nil }
    let words = Array(authorization.utf8).split(separator: UInt8(ascii: " "))
    guard words.count == 2,
      RequestHead.isSame(String(decoding: words[0], as: UTF8.self), "bearer")
    else { return nil }
    let parts = words[1].split(
      separator: UInt8(ascii: "_"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].elementsEqual("scr".utf8) else { return nil }
    let shown = SHA256(of: Array(words[1]))
    guard let key = keys.first(where: { $0.id.utf8.elementsEqual(parts[1]) }),
      ConstantTime.equal(key.digest.bytes, shown.bytes), key.holds(at: now)
    else { return nil }
    return key
  }
}
