public import Formats

/// libFuzzer's own driver, which calls back with each input (LLVM, "libFuzzer", section "Using
/// libFuzzer as a library").
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// What every fuzzer does: runs a target and judges the faults that it tells.
public enum FuzzDriver {
  /// Runs the target on one input after another, as the arguments of the program say, and ends
  /// the program.
  public static func run(
    _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
  ) -> Never {
    var count = CommandLine.argc
    var arguments = unsafe CommandLine.unsafeArgv
    let code = unsafe runDriver(&count, &arguments, target)
    Process.exit(code)
  }

  /// Ends the program where a fault says nothing or stands at no place.
  public static func check(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      precondition(!diagnostic.message.isEmpty, "a fault without a message")
      if let position = diagnostic.position {
        precondition(position.line > 0 && position.column > 0, "a fault without a place")
      }
    }
  }
}
