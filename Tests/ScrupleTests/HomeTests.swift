import Foundation
import Testing

/// Policies and Data are found wherever the program is started and wherever it was installed.
struct HomeTests {
  private static let words = ["policy", "check"]

  @Test(arguments: ["/", "/tmp", "/proc/self", Program.package + "/Sources"])
  func fromAnyWorkingFolder(_ folder: String) throws {
    #expect(try Program.run(Self.words, in: folder).status == 0)
  }

  @Test func throughALink() throws {
    let space = try Workspace()
    defer { space.remove() }
    try FileManager.default.createSymbolicLink(
      atPath: space.path("scr"), withDestinationPath: Program.path)
    #expect(try Program.run(Self.words, path: space.path("scr")).status == 0)
  }

  @Test func neverFromTheWorkingFolder() throws {
    let space = try Workspace()
    defer { space.remove() }
    let home = try space.home()
    try space.makeFolder("away/bin")
    try FileManager.default.copyItem(
      atPath: Program.path, toPath: space.path("away/bin/scruple"))
    try FileManager.default.moveItem(atPath: home, toPath: space.path("away/work"))
    let run = try Program.run(
      Self.words, in: space.path("away/work"), path: space.path("away/bin/scruple"))
    #expect(run.status == 74)
    #expect(run.errors.contains("set --home or $SCRUPLE_HOME"))
    expectHold(
      try Program.run(
        ["screen", "-"], input: .text(Orders.sound), in: space.path("away/work"),
        path: space.path("away/bin/scruple")), 74)
  }

  @Test func fromAnInstalledPrefix() throws {
    let space = try Workspace()
    defer { space.remove() }
    try space.makeFolder("bin")
    try FileManager.default.copyItem(atPath: Program.path, toPath: space.path("bin/scruple"))
    try space.makeFolder("share")
    _ = try space.home("share/scruple")
    let run = try Program.run(Self.words, path: space.path("bin/scruple"))
    #expect(run.status == 0, "\(run.errors)")
    let screen = try Program.run(
      ["screen", "-", "--corpus", "demonstration"], input: .text(Orders.sound),
      path: space.path("bin/scruple"))
    #expect(screen.status == 0)
    // The same policies and data give the same determination wherever they lie.
    #expect(
      screen.output
        == (try scruple("screen", "-", "--corpus", "demonstration", input: .text(Orders.sound)))
        .output)
  }

  @Test func theOptionGoesBeforeTheVariable() throws {
    let space = try Workspace()
    defer { space.remove() }
    let home = try space.home()
    #expect(try scruple("policy", "check", environment: ["SCRUPLE_HOME": home]).status == 0)
    let wrong = try scruple("policy", "check", environment: ["SCRUPLE_HOME": space.folder])
    #expect(wrong.status == 74)
    #expect(wrong.errors.contains("correct $SCRUPLE_HOME"))
    #expect(
      try scruple(
        "policy", "check", "--home", home, environment: ["SCRUPLE_HOME": space.folder]
      ).status == 0)
    let option = try scruple("policy", "check", "--home", space.folder)
    #expect(option.status == 74)
    #expect(option.errors.contains("correct --home"))
    #expect(try scruple("policy", "check", "--home", "home", in: space.folder).status == 0)
  }

  @Test func theCorpusIsFoundWhereTheSystemKeepsData() throws {
    let space = try Workspace()
    defer { space.remove() }
    for (name, variable) in [("a/scruple", "XDG_DATA_HOME"), ("b/.local/share/scruple", "HOME")] {
      _ = try space.corpus(name)
      let run = try scruple(
        "screen", "-", input: .text(Orders.sound),
        environment: [variable: space.path(String(name.prefix(1)))])
      #expect(run.status == 0, "\(variable): \(run.output)")
    }
  }
}
