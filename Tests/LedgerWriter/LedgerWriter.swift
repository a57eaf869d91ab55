import Formats
import Ledger

/// Appends records from several threads and prints the number of each once it is acknowledged,
/// until it is killed: `LedgerWriter STORE KEYS THREADS`.
@main
enum LedgerWriter {
  static func main() throws {
    let words = CommandLine.arguments
    guard words.count == 4, let threads = Int(words[3]) else { Process.exit(2) }
    let ledger = try Ledger(store: StoreAddress(words[1]).open(), keys: LedgerKeys(file: words[2]))
    Threads.callers(threads) { thread in
      var number = 0
      while true {
        let name = "\(thread)-\(number)"
        let record = LedgerRecord(
          .event, content: .object([("name", .string(name))]), subjects: [.party(name)])
        do throws(LedgerFailure) {
          let receipt = try ledger.append([record])
          Process.write("\(receipt.position) \(name)\n")
        } catch {
          Process.write("failed \(error.message)\n")
          Process.exit(1)
        }
        number += 1
      }
    }
  }
}
