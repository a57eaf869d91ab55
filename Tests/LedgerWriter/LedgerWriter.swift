import Formats
import Glibc
import Ledger

/// Appends records from several threads and prints the number of each once it is acknowledged,
/// until it dies:
///
///     LedgerWriter STORE KEYS THREADS at OPERATION SEED    as power fails, at a write or a flush
///     LedgerWriter STORE KEYS THREADS after MICROSECONDS   killed, so long after the first record
@main
enum LedgerWriter {
  static func main() throws {
    let words = CommandLine.arguments
    guard words.count >= 6, let threads = Int(words[3]), let point = Int(words[5]) else {
      Process.exit(2)
    }
    if words[4] == "at" {
      guard words.count == 7, let seed = Int(words[6]), PowerFailure.prepare(at: point, seed)
      else { Process.exit(2) }
    }
    let ledger = try Ledger(store: StoreAddress(words[1]).open(), keys: LedgerKeys(file: words[2]))
    append("first", ledger)
    Threads.callers(threads + 1) { thread in
      guard thread < threads else {
        guard words[4] == "after" else { return }
        usleep(UInt32(clamping: point))
        kill(getpid(), SIGKILL)
        return
      }
      var number = 0
      while true {
        append("\(thread)-\(number)", ledger)
        number += 1
      }
    }
  }

  private static func append(_ name: String, _ ledger: Ledger) {
    let record = LedgerRecord(
      .event, content: .object([("name", .string(name))]), subjects: [.party(name)])
    do throws(LedgerFailure) {
      let receipt = try ledger.append([record])
      Process.write("\(receipt.position) \(name)\n")
    } catch {
      Process.write("failed \(error.message)\n")
      Process.exit(1)
    }
  }
}
