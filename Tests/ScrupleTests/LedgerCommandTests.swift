import Foundation
import Testing

/// Records and clearances as a user has them: the program, its files, and a verifier that shares
/// nothing with it.
struct LedgerCommandTests {
  /// A corpus with lists, a store, and the sound order screened into it.
  private struct Desk {
    let lists: ListSpace
    let store: String
    let order: String
    var space: Workspace { lists.space }

    init(screens order: String? = Orders.sound) throws {
      lists = try ListSpace()
      store = lists.space.path("ledger.db")
      self.order = try lists.space.write(order ?? Orders.sound, to: "order.json")
      let today = LedgerCommandTests.today
      try lists.importing(of: today)
      let keys = try scruple("log", "keys", "--store", store, "--name", "example.org/ledger")
      #expect(keys.status == 0, "\(keys.errors)")
      if order != nil {
        let run = try screen(today)
        #expect(run.status == 0, "\(run.output)\(run.errors)")
      }
    }

    func screen(_ day: String, _ words: String...) throws -> Run {
      try lists.screen(
        try String(contentsOfFile: order, encoding: .utf8), asOf: day, "--store", store, "--by",
        "u:lim", words.first ?? "--output=json")
    }

    func log(_ words: String...) throws -> Run {
      try Program.run(["log"] + words + ["--store", store])
    }

    func clearance(_ words: String...) throws -> Run {
      try Program.run(["clearance"] + words)
    }

    func verify(_ order: String, _ words: String...) throws -> Run {
      try Program.run(
        [
          "clearance", "verify", space.path("order.clearance"), "--order", order, "--key",
          store + ".pub", "--revocations", space.path("revocations.jws"),
        ] + words)
    }

    func remove() { lists.remove() }
  }

  private static let today: String = {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(identifier: "UTC")
    format.dateFormat = "yyyy-MM-dd"
    return format.string(from: Date())
  }()

  @Test func aDeterminationIsRecordedAndProved() throws {
    let desk = try Desk()
    defer { desk.remove() }
    let verify = try desk.log("verify", "--open")
    #expect(verify.status == 0, "\(verify.output)")
    #expect(verify.output.hasPrefix("VERIFIES · 3 records"), "\(verify.output)")
    let show = try desk.log("show")
    #expect(show.output.contains("policyActivation"))
    #expect(show.output.contains("listImport"))
    #expect(show.output.contains("determination  release"), "\(show.output)")
    let record = try desk.log("show", "2")
    let content = record.json?["content"] as? [String: Any]
    #expect((content?["asker"] as? [String: Any])?["name"] as? String == "u:lim")
    #expect((content?["determination"] as? [String: Any])?["decision"] as? String == "allow")
    #expect(try desk.log("show", "--party", "Musterstadt University Hospital").output != "")
    #expect(try desk.log("show", "--order", "erp:SO-2001").output != "")
    #expect(try desk.log("show", "--party", "Nobody").output == "")
    let determination = (content?["determination"] as? [String: Any])?["determinationId"]
    let proof = try desk.log("prove", "--determination", try #require(determination as? String))
    #expect(proof.status == 0, "\(proof.errors)")
    #expect(proof.json?["position"] as? Int == 2)
    #expect(try desk.log("show", "7").status == 4)
    #expect(try desk.log("prove", "7").status == 4)
  }

  /// The verifier of the README, in another language, agrees with the program.
  @Test func theVerifierOfTheReadmeAgrees() throws {
    let python = try Program.run(["--version"], path: "python3")
    if python.status == 127 { return }
    let desk = try Desk()
    defer { desk.remove() }
    for number in 0..<9 {
      let text = Orders.sound(#""SO-2001""#, becomes: "\"SO-30\(number)\"")
      try desk.space.write(text, to: "order.json")
      #expect(try desk.screen(Self.today).status == 0)
    }
    let program = try #require(try Readme().file("verify.py"))
    #expect(program.split(separator: "\n", omittingEmptySubsequences: false).count <= 100)
    let verifier = try desk.space.write(program, to: "verify.py")
    func verify(_ proof: String) throws -> Run {
      let file = try desk.space.write(proof, to: "proof.json")
      return try Program.run([verifier, desk.store + ".pub", file], path: "python3")
    }
    for words in [
      ["0"], ["5"], ["11"], ["0", "--compact"], ["11", "--compact"], ["--from", "1"],
      ["--from", "3"], ["--from", "8"],
    ]
      + [["--from", "12"]]
    {
      let proof = try Program.run(["log", "prove"] + words + ["--store", desk.store])
      #expect(proof.status == 0, "\(words): \(proof.errors)")
      let run = try verify(proof.output)
      #expect(run.status == 0, "\(words): \(run.output)\(run.errors)")
      #expect(run.output == "verifies, in a log of 12 records\n")
    }
    let proof = try desk.log("prove", "5").output
    let root = try #require(proof.firstRange(of: "\\n12\\n"))
    for altered in [
      proof.replacing("\"release", with: "\"refused"),
      proof.replacing("\\\"release\\\"", with: "\\\"hold\\\""),
      proof.replacing("\"position\": 5", with: "\"position\": 6"),
      proof.replacingCharacters(in: root, with: "\\n13\\n"),
      proof.replacing("example.org/ledger\\n12", with: "example.org/other\\n12"),
    ] where altered != proof {
      #expect(try verify(altered).status != 0, "\(altered)")
    }
    let compact = try desk.log("prove", "5", "--compact").output
    for (part, other) in [
      ("\"at\": 5", "\"at\": 6"), ("\"of\": 12", "\"of\": 13"),
      ("\\\"release\\\"", "\\\"hold\\\""), ("\"path\": \"", "\"path\": \"A"),
    ] {
      #expect(compact.contains(part), "\(part) in \(compact)")
      #expect(try verify(compact.replacing(part, with: other)).status != 0, "\(part)")
    }
    let consistency = try desk.log("prove", "--from", "5").output
    #expect(try verify(consistency.replacing("\"from\": 5", with: "\"from\": 6")).status != 0)
  }

  @Test func anEditedFileAndAnotherLogDoNotVerify() throws {
    let desk = try Desk()
    defer { desk.remove() }
    let kept = desk.space.path("kept.checkpoint")
    #expect(try desk.log("checkpoint", "--to", kept).status == 0)
    #expect(try desk.log("verify", "--checkpoint", kept).status == 0)
    #expect(try desk.screen(Self.today).status == 0)
    #expect(try desk.log("verify", "--checkpoint", kept).status == 0, "the log has grown")
    let other = try Desk()
    defer { other.remove() }
    let foreign = try other.log("verify", "--checkpoint", kept)
    #expect(foreign.status == 6)
    #expect(foreign.errors.contains("LED014"), "\(foreign.errors)")
    var bytes = try #require(desk.space.bytes("ledger.db"))
    let place = try #require(bytes.range(of: Data(#""determination":"release""#.utf8)))
    bytes.replaceSubrange(place, with: Data(#""determination":"refusal""#.utf8))
    try desk.space.write(bytes, to: "ledger.db")
    let edited = try desk.log("verify", "--output", "json")
    #expect(edited.status == 6, "\(edited.output)")
    #expect(edited.json?["verifies"] as? Bool == false)
  }

  /// What cannot be recorded is not answered.
  @Test func withoutTheRecordThereIsNoAnswer() throws {
    let desk = try Desk()
    defer { desk.remove() }
    let keys = desk.store + ".keys"
    let away = keys + ".away"
    try FileManager.default.moveItem(atPath: keys, toPath: away)
    expectHold(try desk.screen(Self.today), 74, saying: "LED010")
    try FileManager.default.moveItem(atPath: away, toPath: keys)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: keys)
    expectHold(try desk.screen(Self.today), 74, saying: "others than their owner")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: keys)
    try desk.space.write("This is no store of records, and it is long enough.", to: "ledger.db")
    expectHold(try desk.screen(Self.today), 74, saying: "LED006")
    try FileManager.default.removeItem(atPath: desk.store)
    expectHold(try desk.screen(Self.today), 74, saying: "LED005")
    let hook = try Program.run(
      ["hook", "--corpus", "demonstration", "--store", desk.store], input: .text(Orders.sound))
    expectHold(hook, 74, saying: "LED005")
    expectHold(
      try scruple("screen", desk.order, "--corpus", "demonstration", "--by", "u:lim"), 2,
      saying: "says nothing without")
  }

  @Test func theHookSaysWhereItsAnswerIsRecorded() throws {
    let desk = try Desk(screens: nil)
    defer { desk.remove() }
    let run = try Program.run(
      ["hook", "--corpus", "demonstration", "--store", desk.store, "--as-of", "2026-11-22"],
      input: .text(Orders.sound))
    #expect(run.status == 0, "\(run.errors)")
    let audit = run.json?["audit"] as? [String: Any]
    #expect(audit?["leafIndex"] as? Int == 2)
    #expect(audit?["treeSize"] as? Int == 3)
    // A determination on the demonstration corpus clears nothing.
    let clearance = try desk.clearance("issue", desk.order, "--store", desk.store)
    #expect(clearance.status == 1)
    #expect(clearance.errors.contains("demonstration"), "\(clearance.errors)")
    #expect(clearance.output.isEmpty)
  }

  @Test func anOrderLeavesOnlyWithAClearanceThatHolds() throws {
    let desk = try Desk()
    defer { desk.remove() }
    let token = desk.space.path("order.clearance")
    let list = desk.space.path("revocations.jws")
    let issued = try desk.clearance("issue", desk.order, "--store", desk.store, "--to", token)
    #expect(issued.status == 0, "\(issued.errors)")
    #expect(
      try desk.clearance("revocations", "--store", desk.store, "--to", list).status == 0)
    let cleared = try desk.verify(desk.order)
    #expect(cleared.status == 0, "\(cleared.output)\(cleared.errors)")
    #expect(cleared.output.hasPrefix("CLEARED · order SO-2001"), "\(cleared.output)")
    let json = try desk.verify(desk.order, "--output", "json").json
    #expect(json?["decision"] as? String == "allow")
    let clearance = try #require(json?["clearance"] as? [String: Any])
    let changed = try desk.space.write(
      Orders.sound(#""quantity": "1""#, becomes: #""quantity": "2""#), to: "changed.json")
    let held = try desk.verify(changed)
    #expect(held.status == 1)
    #expect(held.output.contains("the order was changed"), "\(held.output)")
    #expect(try desk.verify(changed, "--output", "json").json?["decision"] as? String == "hold")
    let id = try #require(clearance["jti"] as? String)
    let revoked = try desk.clearance(
      "revoke", id, "--store", desk.store, "--reason", "test", "--by", "u:lim", "--to", list)
    #expect(revoked.status == 0, "\(revoked.errors)")
    let refused = try desk.verify(desk.order)
    #expect(refused.status == 1)
    #expect(refused.output.contains("it is revoked"), "\(refused.output)")
    try desk.space.write(
      (desk.space.text("order.clearance") ?? "").uppercased(), to: "order.clearance")
    #expect(try desk.verify(desk.order).status == 6)
    #expect(try desk.log("verify", "--open").status == 0)
  }

  @Test func whatIsHeldIsNotCleared() throws {
    let desk = try Desk(screens: nil)
    defer { desk.remove() }
    try desk.space.write(Orders.police, to: "order.json")
    let nothing = try desk.clearance("issue", desk.order, "--store", desk.store)
    #expect(nothing.status == 1)
    #expect(nothing.errors.contains("no recorded determination"), "\(nothing.errors)")
    _ = try desk.screen(Self.today)
    let run = try desk.clearance("issue", desk.order, "--store", desk.store)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("LED018"), "\(run.errors)")
  }

  @Test func erasingYieldsToRetentionAndIsTold() throws {
    let desk = try Desk()
    defer { desk.remove() }
    let party = "Musterstadt University Hospital"
    func erase() throws -> Run {
      try desk.log("erase", "--party", party, "--reason", "asked", "--by", "u:lim")
    }
    let early = try erase()
    #expect(early.status == 1)
    #expect(early.output.contains("neither is recorded"), "\(early.output)")
    let event = try desk.log(
      "event", "--order", "erp:SO-2001", "--exported", Self.today, "--by", "u:lim")
    #expect(event.status == 0, "\(event.errors)")
    let late = try erase()
    #expect(late.status == 1)
    #expect(late.output.contains("31 CFR 501.601"), "\(late.output)")
    let produced = try desk.log(
      "produce", "--party", party, "--reason", "BIS", "--by", "u:lim")
    #expect(produced.status == 0)
    #expect(produced.lines.count == 2)
    #expect(try erase().output.contains("a hold is in force"))
    #expect(
      try desk.log("event", "--order", "erp:SO-9", "--exported", Self.today, "--by", "u:lim")
        .status == 4)
  }

  /// The line that the README gives, and what is signed before and after it.
  @Test func keysAreRotatedFromTheCommandLine() throws {
    let desk = try Desk()
    defer { desk.remove() }
    let rotation = try desk.log("keys", "rotate", "--reason", "yearly", "--by", "u:mori")
    #expect(rotation.status == 0, "\(rotation.errors)")
    #expect(rotation.output.contains("those that were issued before hold until they end"))
    #expect(try desk.screen(Self.today).status == 0)
    #expect(try desk.log("verify").status == 0)
    let stolen = try desk.log(
      "keys", "rotate", "--stolen", "--reason", "a laptop is gone", "--by", "u:mori")
    #expect(stolen.status == 0, "\(stolen.errors)")
    #expect(stolen.output.contains("with 2 that were replaced"))
    #expect(stolen.output.contains("hold no longer"))
    #expect(try desk.log("keys", "turn").status == 2)
  }

  /// An allegation is of a body, not of a spelling: an order under another wording is held as well.
  @Test(arguments: [
    "Musterstadt University Hospital", "University Hospital of Musterstadt",
    "MUSTER STADT UNIVERSITY HOSPITAL", "Universitätsklinikum Musterstadt",
  ])
  func anInvestigationHoldsEveryWordingOfAName(_ name: String) throws {
    let desk = try Desk()
    defer { desk.remove() }
    let opened = try Program.run([
      "case", "investigate", "--store", desk.store, "--reason", "seen elsewhere", "--party", name,
      "--by", "u:hotline",
    ])
    #expect(opened.status == 0, "\(opened.errors)")
    let issue = try desk.clearance(
      "issue", desk.order, "--store", desk.store, "--to", desk.space.path("order.clearance"))
    #expect(issue.status == 1, "\(issue.output)\(issue.errors)")
    #expect(issue.errors.contains("investigation"), "\(issue.errors)")
  }

  /// Of another body it holds nothing.
  @Test func anInvestigationOfAnotherBodyHoldsNothing() throws {
    let desk = try Desk()
    defer { desk.remove() }
    let opened = try Program.run([
      "case", "investigate", "--store", desk.store, "--reason", "seen elsewhere", "--party",
      "Beispielingen Technical College", "--by", "u:hotline",
    ])
    #expect(opened.status == 0, "\(opened.errors)")
    let issue = try desk.clearance(
      "issue", desk.order, "--store", desk.store, "--to", desk.space.path("order.clearance"))
    #expect(issue.status == 0, "\(issue.output)\(issue.errors)")
  }

  @Test(arguments: [
    (["log"], "knows keys"), (["log", "guess"], "knows keys"),
    (["log", "verify"], "`--store` is missing"),
    (["log", "verify", "kept.txt", "--store", "x"], "`kept.txt` belongs to an option"),
    (["log", "prove", "--store", "x"], "public keys"),
    (["log", "erase", "--store", "x"], "`--party` is missing"),
    (["log", "erase", "--store", "x", "--party", "y", "--reason", "z"], "`--by` is missing"),
    (["log", "event", "--store", "x", "--order", "y", "--by", "z"], "is no order"),
    (["log", "event", "--store", "x", "--order", "y:z", "--by", "z"], "give one of"),
    (["clearance"], "knows issue"), (["clearance", "issue", "x"], "`--store` is missing"),
    (["clearance", "verify", "x"], "`--key` is missing"),
    (["clearance", "verify", "x", "--key", "k"], "`--revocations` is missing"),
    (["clearance", "issue", "x", "--store", "s", "--days", "31"], "no number from 1 to 30"),
    (["clearance", "issue", "x", "--store", "s", "--confirm", "C-1"], "no condition with a name"),
  ])
  func wrongWordsAreTold(_ words: [String], _ message: String) throws {
    let run = try Program.run(words)
    #expect([2, 74].contains(run.status), "\(run.status)")
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
