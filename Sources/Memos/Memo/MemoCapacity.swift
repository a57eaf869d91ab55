import Screening

/// The part of section 3 that holds quantities against need.
extension MemoSubject {
  func capacity(in builder: inout MemoSectionBuilder) {
    guard !determination.capacity.isEmpty else { return }
    builder.heading("Capacity against plausible need")
    builder.note(
      "Ranges hold whatever the inputs allow. Reactions are no people, past consumption never "
        + "raises plausible need, and shelf life or a disaster explains a quantity only where a "
        + "named person verified it.")
    for statement in determination.capacity {
      builder.table(
        .inference,
        [.text("Step by step, for ")] + quoting(statement.body) + [
          .text(": "), .citation(.order("lines")),
        ],
        columns: ["Step", "Inputs and arithmetic", "Result", "Source"],
        rows: statement.steps.map { step in
          MemoTable.Row([
            [.text(step.title)], quoting(step.arithmetic), quoting(step.result),
            quoting(step.source),
          ])
        })
      for gap in statement.gaps { builder.add(.note, [.text("Not known: ")] + quoting(gap + ".")) }
    }
  }
}
