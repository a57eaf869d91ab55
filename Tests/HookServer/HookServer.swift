import Formats
import Hook
import HookSamples
import Ledger

/// Serves the store of the first argument with the ledger's keys of the second and the access keys
/// of the third, and writes its port to the file of the fourth, until it is killed.
@main enum HookServer {
  static func main() throws {
    let words = CommandLine.arguments
    guard words.count == 5, let address = ListenAddress("127.0.0.1:0") else { Process.exit(2) }
    let ledger = try Ledger(
      store: StoreAddress(words[1]).open(), keys: LedgerKeys(file: words[2]))
    let service = HookService(
      ledger: ledger, holder: BasisHolder(FakeBasis()), keys: try KeyRing(file: words[3]))
    let server = try HTTPServer(address, service: service)
    QueueWork(service).start()
    try FileWriter.write(String(server.port), to: words[4])
    while true { Threads.pause(milliseconds: 1000) }
  }
}
