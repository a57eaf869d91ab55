import Screening

extension MemoSubject {
  /// The four lanes in their fixed order; each with a shape and a word of its own.
  func laneMarks(limit: Int = 110) -> [LaneMark] {
    let lanes = determination.lanes
    func mark(
      _ lane: String, _ form: (shape: String, word: String, tone: LaneMark.Tone),
      _ summary: String
    ) -> LaneMark {
      LaneMark(
        lane: lane, shape: form.shape, word: form.word,
        summary: quoting(shortened(summary, to: limit)), tone: form.tone)
    }
    return [
      mark("Legal", MemoSubject.form(lanes.legal.state), lanes.legal.summary),
      mark("Red flag", MemoSubject.form(lanes.redFlag.state), lanes.redFlag.summary),
      mark("Human rights", MemoSubject.form(lanes.rights.state), lanes.rights.summary),
      mark("Data", MemoSubject.form(lanes.data.state), lanes.data.summary),
    ]
  }

  typealias Form = (shape: String, word: String, tone: LaneMark.Tone)

  static func form(_ state: Lanes.Legal.State) -> Form {
    switch state {
    case .prohibited: ("■", "prohibited", .grave)
    case .licenceRequired: ("◆", "licence required", .attention)
    case .noBarFoundWithinCoverage: ("○", "no bar found within coverage", .quiet)
    case .undetermined: ("◐", "undetermined", .unknown)
    }
  }

  static func form(_ state: Lanes.RedFlag.State) -> Form {
    switch state {
    case .none: ("○", "none", .quiet)
    case .open: ("●", "open", .attention)
    case .resolved: ("◇", "resolved", .quiet)
    }
  }

  static func form(_ state: Lanes.Rights.State) -> Form {
    switch state {
    case .none: ("○", "none found", .quiet)
    case .moderate: ("△", "moderate", .attention)
    case .severe: ("▲", "severe", .grave)
    }
  }

  static func form(_ state: Lanes.Data.State) -> Form {
    switch state {
    case .sufficient: ("○", "sufficient", .quiet)
    case .thin: ("◔", "thin", .attention)
    case .insufficient: ("◐", "insufficient", .unknown)
    }
  }
}
