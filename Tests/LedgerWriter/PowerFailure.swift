import CSQLite
import Formats
import Glibc
import Synchronization

/// A file system for SQLite from which a failure of power takes what was not flushed.
///
/// Every write goes to the file and is remembered until the file is flushed. At the chosen write or
/// flush what is remembered is taken back, all of it or the later part, and the process is killed.
enum PowerFailure {
  /// What a write or a truncation replaced.
  private struct Undo {
    let path: String
    let offset: Int
    let bytes: [UInt8]
    let size: Int
  }

  private struct State {
    var left = Int.max
    var keepsSome = false
    var paths: [UInt: String] = [:]
    var undos: [Undo] = []
  }

  private static let state = Mutex(State())
  /// SQLite's own file system and its methods; set once, before any file is opened.
  nonisolated(unsafe) private static var system: UnsafeMutablePointer<sqlite3_vfs>?
  nonisolated(unsafe) private static var wrapped = unsafe sqlite3_vfs()
  nonisolated(unsafe) private static var methods: UnsafePointer<sqlite3_io_methods>?
  /// SQLite's tables of methods and ours in their place; files are opened under SQLite's own lock.
  nonisolated(unsafe) private static var tables:
    [UnsafePointer<sqlite3_io_methods>: UnsafeMutablePointer<sqlite3_io_methods>] = unsafe [:]

  /// Registers it as SQLite's default. With an odd seed half of what was not flushed is kept.
  static func prepare(at operation: Int, _ seed: Int) -> Bool {
    guard let found = unsafe sqlite3_vfs_find(nil) else { return false }
    state.withLock { ($0.left, $0.keepsSome) = (operation, seed % 2 == 1) }
    unsafe system = found
    unsafe wrapped = found.pointee
    unsafe wrapped.pNext = nil
    unsafe wrapped.xOpen = { _, name, file, flags, given in
      unsafe PowerFailure.open(name, file, flags, given)
    }
    // SAFETY: the structure is a global that lives as long as the process.
    return unsafe withUnsafeMutablePointer(to: &wrapped) {
      unsafe sqlite3_vfs_register($0, 1) == SQLITE_OK
    }
  }

  private static func open(
    _ name: UnsafePointer<CChar>?, _ file: UnsafeMutablePointer<sqlite3_file>?, _ flags: Int32,
    _ given: UnsafeMutablePointer<Int32>?
  ) -> Int32 {
    guard let open = unsafe system?.pointee.xOpen else { return SQLITE_ERROR }
    let code = unsafe open(system, name, file, flags, given)
    let isKept = flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL) != 0
    guard code == SQLITE_OK, isKept, let name = unsafe name, let file = unsafe file,
      let own = unsafe file.pointee.pMethods
    else { return code }
    let path = unsafe String(cString: name)
    let key = UInt(bitPattern: file)
    state.withLock { $0.paths[key] = path }
    // SQLite writes, truncates and flushes alike in all of its tables of methods; they differ in how
    // they lock.
    unsafe methods = unsafe methods ?? own
    let table = unsafe tables[own] ?? UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    if unsafe tables.updateValue(table, forKey: own) == nil {
      unsafe table.initialize(to: own.pointee)
      unsafe table.pointee.xWrite = { file, bytes, count, offset in
        unsafe PowerFailure.write(file, bytes, count, offset)
      }
      unsafe table.pointee.xTruncate = { file, size in unsafe PowerFailure.truncate(file, size) }
      unsafe table.pointee.xSync = { file, flags in unsafe PowerFailure.flush(file, flags) }
    }
    unsafe file.pointee.pMethods = UnsafePointer(table)
    return code
  }

  private static func write(
    _ file: UnsafeMutablePointer<sqlite3_file>?, _ bytes: UnsafeRawPointer?, _ count: Int32,
    _ offset: Int64
  ) -> Int32 {
    let code = unsafe remember(file, from: Int(offset), count: Int(count))
    guard code == SQLITE_OK, let write = unsafe methods?.pointee.xWrite else {
      return SQLITE_IOERR
    }
    let written = unsafe write(file, bytes, count, offset)
    step()
    return written
  }

  private static func truncate(
    _ file: UnsafeMutablePointer<sqlite3_file>?, _ size: Int64
  ) -> Int32 {
    let code = unsafe remember(file, from: Int(size), count: Int.max)
    guard code == SQLITE_OK, let truncate = unsafe methods?.pointee.xTruncate else {
      return SQLITE_IOERR
    }
    return unsafe truncate(file, size)
  }

  private static func flush(
    _ file: UnsafeMutablePointer<sqlite3_file>?, _ flags: Int32
  ) -> Int32 {
    // Before the flush: what was written since the last one is lost.
    step()
    guard let flush = unsafe methods?.pointee.xSync else { return SQLITE_IOERR }
    let code = unsafe flush(file, flags)
    let key = UInt(bitPattern: file)
    if code == SQLITE_OK {
      state.withLock { state in
        let path = state.paths[key]
        state.undos.removeAll { $0.path == path }
      }
    }
    return code
  }

  /// Keeps the bytes that are about to change.
  private static func remember(
    _ file: UnsafeMutablePointer<sqlite3_file>?, from offset: Int, count: Int
  ) -> Int32 {
    let key = UInt(bitPattern: file)
    guard let path = state.withLock({ $0.paths[key] }) else { return SQLITE_IOERR }
    let descriptor = unsafe Glibc.open(path, O_RDONLY)
    guard descriptor >= 0 else { return SQLITE_IOERR }
    defer { _ = close(descriptor) }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    var bytes = [UInt8](repeating: 0, count: max(0, min(count, size - offset)))
    guard unsafe pread(descriptor, &bytes, bytes.count, offset) == bytes.count else {
      return SQLITE_IOERR
    }
    let undo = Undo(path: path, offset: offset, bytes: bytes, size: size)
    state.withLock { $0.undos.append(undo) }
    return SQLITE_OK
  }

  /// Counts a write or a flush; the power fails at the last one.
  private static func step() {
    state.withLock { state in
      state.left -= 1
      guard state.left <= 0 else { return }
      let lost = state.keepsSome ? state.undos.suffix(state.undos.count / 2) : state.undos[...]
      for undo in lost.reversed() {
        let descriptor = unsafe Glibc.open(undo.path, O_WRONLY)
        _ = unsafe pwrite(descriptor, undo.bytes, undo.bytes.count, undo.offset)
        _ = ftruncate(descriptor, undo.size)
      }
      kill(getpid(), SIGKILL)
    }
  }
}
