public import Formats

/// Reads who owns and controls whom: FollowTheMoney entities and BODS 0.4 statements, as NDJSON
/// or as one JSON array, told apart record by record.
///
/// What cannot be read is a fault, and there is no graph for use: a record that is left out would
/// make an unknown owner look like none. What is read and says too little (a share in words, a
/// kind of interest that is not known) counts as an unknown share, and a notice tells it.
public struct OwnershipReader {
  /// The first fault of all, in the order of reading.
  public private(set) var firstFault: Diagnostic?
  public private(set) var faultCount = 0
  private var tally = NoticeTally()
  private var builder = OwnershipBuilder()
  private var money = FollowTheMoneyEntities()
  private var statements = BeneficialOwnershipStatements()

  public init() {}

  /// Whether a file of this name is looked into.
  public static func reads(_ name: String) -> Bool {
    name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl") || name.hasSuffix(".json")
  }

  public mutating func read(_ bytes: [UInt8], file: String) {
    var records = JSONRecords(bytes)
    while let (record, line) = records.next() {
      let place = Line(json: .null, file: file, number: line)
      do throws(JSONFailure) {
        let json = try JSONReader.read(Array(record))
        do throws(Diagnostic) {
          try read(Line(json: json, file: file, number: line))
        } catch {
          note(error)
        }
      } catch {
        note(
          Diagnostic(
            "OWN011", "the record is not JSON: \(error.message)",
            remedy: "write one object a line, or one array of objects", file: file,
            position: SourcePosition(
              line: line + error.position.line - 1, column: error.position.column)))
        // An array whose parts cannot be told apart would only repeat itself.
        if records.isArray { return }
      }
      if faultCount > 1000 {
        note(place.fault("OWN013", "there are more than 1000 faults", remedy: "correct the file"))
        return
      }
    }
    if let line = records.unclosedAt {
      note(
        Line(json: .null, file: file, number: line).fault(
          "OWN012", "the file ends before its array does, or goes on after it",
          remedy: "copy it again in full"))
    }
  }

  private mutating func read(_ line: Line) throws(Diagnostic) {
    if line.json["schema"] != nil {
      try money.read(line, into: &builder, &tally)
    } else if line.json["recordType"] != nil || line.json["statementId"] != nil {
      try statements.read(line, &tally)
    } else if line.json["statementType"] != nil || line.json["statementID"] != nil {
      throw line.fault(
        "OWN009", "the statement is of a version of BODS before 0.4",
        remedy: "convert it to BODS 0.4")
    } else {
      throw line.fault(
        "OWN008", "the record is neither a FollowTheMoney entity nor a BODS statement",
        remedy: "give it `schema`, or `recordType` and `recordDetails`")
    }
  }

  private mutating func note(_ fault: Diagnostic) {
    firstFault = firstFault ?? fault
    faultCount += 1
  }

  /// Joins what was read. The graph may be used only where there is no fault.
  public mutating func finish() -> OwnershipGraph {
    var faults: [Diagnostic] = []
    statements.finish(into: &builder, &tally) { faults.append($0) }
    let graph = builder.finish(notices: tally.notices) { missing, source in
      faults.append(
        source.fault(
          "OWN002", "the record names `\(missing)`, which is no entity of the folder",
          remedy: "add the entity or correct the id"))
    }
    for fault in faults { note(fault) }
    return graph
  }
}
