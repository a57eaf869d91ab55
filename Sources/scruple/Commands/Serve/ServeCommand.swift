import Formats
import Hook
import Ledger

/// `scruple serve`: answers order systems over HTTP until it is told to end.
enum ServeCommand {
  private static let options: Set<String> = [
    "home", "corpus", "store", "keys", "access", "listen", "certificate", "private-key", "rate",
    "threads", "look-again", "partners", "state",
  ]

  static func run(_ words: [String]) -> ExitCode {
    do throws(CommandFailure) {
      if words.first == "keys" { return try ServeKeysCommand.run(Array(words.dropFirst())) }
      let arguments = try Arguments(
        words, options: options, flags: ["help", "without-keys", "reach-private"])
      if arguments.has("help") {
        Output.write(HelpText.serve)
        return .allow
      }
      guard arguments.positional.isEmpty else {
        throw CommandFailure(
          .usage, "scruple: `serve` takes options only, or `keys`; see `scruple serve --help`")
      }
      return try serve(arguments)
    } catch {
      Output.tell(error.lines)
      return error.code
    }
  }

  private static func serve(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
    // Before any thread starts, so that none of them is ended by a signal.
    Signals.hold()
    let address = try address(arguments)
    var settings = HookSettings()
    settings.isOpen = arguments.has("without-keys")
    guard !settings.isOpen || address.isLocal else {
      throw CommandFailure(
        .usage, "scruple: --without-keys is for an address of this machine only, as 127.0.0.1:8787")
    }
    settings.requestsPerSecond = try StoreOptions.number(arguments, "rate", in: 1...1_000_000).map(
      Double.init)
    let lookAgain = try StoreOptions.number(arguments, "look-again", in: 1...86_400) ?? 15
    let access = arguments.option("access")
    guard settings.isOpen != (access != nil) else {
      throw CommandFailure(
        .usage, "scruple: name the file of keys with --access, or say --without-keys")
    }
    let keys = try access.map { path throws(CommandFailure) in try keyFile(path) }
    let ledger = try StoreOptions(arguments).ledger()
    let basis = try ServedBasis(arguments, ledger)
    let log = LogWriter()
    let partners = try Couriers.partners(arguments)
    let service = HookService(
      ledger: ledger, holder: basis.holder, keys: keys?.ring ?? KeyRing(), settings: settings,
      partners: partners,
      log: { log.write($0) }, reload: { basis.readAgain(log) })
    let server = try server(arguments, address, service)
    log.write(
      .object([
        ("time", .string(TimeText.now)), ("event", .string("listening")),
        ("address", .string(address.text)), ("port", .integer(server.port)),
      ]))
    try Couriers.start(partners, arguments, ledger, log)
    let work = QueueWork(service)
    work.start()
    watch(service, basis, keys, log, every: lookAgain)
    service.stopBeingReady()
    work.stop()
    server.stop()
    log.write(.object([("time", .string(TimeText.now)), ("event", .string("stopped"))]))
    log.finish()
    // Couriers and the queue may be at work. What they have not ended is on record, and they or the
    // next process begin it again.
    Process.exit(ExitCode.allow.rawValue)
  }

  private static func server(
    _ arguments: Arguments, _ address: ListenAddress, _ service: HookService
  ) throws(CommandFailure) -> HTTPServer {
    var limits = ServerLimits()
    if let workers = try StoreOptions.number(arguments, "threads", in: 1...1024) {
      limits.workers = workers
    }
    func text(_ name: String) throws(CommandFailure) -> String? {
      guard let path = arguments.option(name) else { return nil }
      return String(decoding: try Session.input(path, limit: 1 << 20), as: UTF8.self)
    }
    let (certificate, privateKey) = (try text("certificate"), try text("private-key"))
    guard (certificate == nil) == (privateKey == nil) else {
      throw CommandFailure(.usage, "scruple: --certificate and --private-key belong together")
    }
    do throws(ServerFailure) {
      return try HTTPServer(
        address, limits: limits, certificate: certificate, privateKey: privateKey,
        service: service)
    } catch {
      throw CommandFailure(.inputOutput, "scruple: " + error.message)
    }
  }

  /// Looks at files now and then, until the program is told to end.
  private static func watch(
    _ service: HookService, _ basis: ServedBasis, _ keys: KeyFile?, _ log: LogWriter,
    every seconds: Int
  ) {
    var keys = keys
    var sinceLook = 0
    while true {
      switch Signals.next(seconds: 1) {
      case .end: return
      case .readAgain: basis.readAgain(log)
      case nil:
        switch keys?.look() {
        case .success(let ring)?:
          service.replace(keys: ring)
          log.note("keysRead", [])
        case .failure(let diagnostic)?:
          service.replace(keys: KeyRing())
          log.note("keysRefused", [diagnostic.line])
        case nil: break
        }
        sinceLook += 1
        if sinceLook >= seconds {
          sinceLook = 0
          basis.lookAgain(log)
        }
      }
    }
  }

  private static func address(_ arguments: Arguments) throws(CommandFailure) -> ListenAddress {
    let text = arguments.option("listen") ?? "127.0.0.1:8787"
    guard let address = ListenAddress(text) else {
      throw CommandFailure(
        .usage,
        "scruple: `\(text)` for --listen is no address; write 127.0.0.1:8787 or [::1]:8787")
    }
    return address
  }

  private static func keyFile(_ path: String) throws(CommandFailure) -> KeyFile {
    do throws(Diagnostic) {
      return try KeyFile(path)
    } catch {
      throw CommandFailure(.inputOutput, [error.line])
    }
  }

  static func keys(_ path: String) throws(CommandFailure) -> KeyRing { try keyFile(path).ring }
}
