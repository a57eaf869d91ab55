import Formats
import FuzzDriver
import WatchLists

@main
enum ListFuzzer {
  static func main() {
    // A misspelt name must not fuzz something else.
    guard FuzzedReader.name.isEmpty || FuzzedReader.format != nil else { Process.exit(64) }
    unsafe FuzzDriver.run { start, count in unsafe readList(start, count) }
  }
}

/// The target: any bytes as a list file are read or refused with a reason.
///
/// Built only where `SCRUPLE_FUZZ` is set (see `Package.swift`), with `-sanitize=fuzzer`. A crash,
/// a hang, a refusal that names no fault, a record that is lost without a word, or an entry that
/// has no name or cannot be stored and read back is a finding. `SCRUPLE_FUZZ_READER` names the
/// format whose reader gets the bytes, such as `un-sc-xml`; without it their content decides.
@_cdecl("LLVMFuzzerTestOneInput")
public func readList(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  do throws(ListFailure) {
    let reading = try FuzzedReader.read(bytes)
    precondition(!reading.entries.isEmpty, "an empty list was read")
    precondition(
      reading.unreadable == 0 || reading.diagnostics.contains { $0.severity != .note },
      "a record was lost without a word")
    FuzzDriver.check(reading.diagnostics)
    var lines = ""
    for entry in reading.entries {
      precondition(!entry.id.isEmpty && !entry.name.isEmpty, "an entry without id or name")
      precondition(entry.aliases.allSatisfy { !$0.isEmpty }, "an alias without a letter")
      lines += entry.line + "\n"
    }
    checkStored(lines, reading.entries)
  } catch {
    precondition(!error.diagnostics.isEmpty, "a list was refused without a reason")
    FuzzDriver.check(error.diagnostics)
  }
  return 0
}

/// What is stored is read back by the reader of entries, and must be the same.
private func checkStored(_ lines: String, _ entries: [ListEntry]) {
  do throws(ListFailure) {
    let file = ListFile(name: "stored", bytes: Array(lines.utf8))
    let stored = try ListReading(ListSource(name: "stored", files: [file]), as: .entries)
    precondition(stored.entries == entries, "an entry reads back as another")
  } catch {
    preconditionFailure("entries cannot be read back: \(error.diagnostics.first?.line ?? "")")
  }
}
