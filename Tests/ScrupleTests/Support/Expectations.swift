import Testing

/// The program failed closed: the status, a body that says hold, and the reason on standard error.
func expectHold(
  _ run: Run, _ status: Int32, saying words: String? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(run.status == status, "\(run.errors)", sourceLocation: sourceLocation)
  if let body = run.json {
    #expect(body["decision"] as? String == "hold", sourceLocation: sourceLocation)
    #expect(body["exitCode"] as? Int == Int(status), sourceLocation: sourceLocation)
  } else {
    #expect(
      run.output.contains("decision hold") && !run.output.contains("decision allow"),
      "\(run.output)", sourceLocation: sourceLocation)
  }
  #expect(!run.errors.isEmpty, sourceLocation: sourceLocation)
  if let words {
    #expect(
      run.errors.contains(words), "\(run.errors)", sourceLocation: sourceLocation)
  }
}

/// A usage error of a command that decides nothing: told on standard error, nothing on output.
func expectUsage(
  _ run: Run, saying words: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(run.status == 2, "\(run.errors)", sourceLocation: sourceLocation)
  #expect(run.output.isEmpty, "\(run.output)", sourceLocation: sourceLocation)
  #expect(run.errors.contains(words), "\(run.errors)", sourceLocation: sourceLocation)
}
