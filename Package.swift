// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// For rooms that read tables and lists at every start: without it each of the hundreds of programs
/// that the tests start takes seconds to begin.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// A module of the house; it may know only the modules to its left (README, "The house").
func room(
  _ name: String, knows dependencies: [Target.Dependency] = [], _ settings: [SwiftSetting] = []
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict + settings)
}

func tests(of name: String, with dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: [.target(name: name), "SeededNumbers"] + dependencies,
    swiftSettings: strict)
}

let package = Package(
  name: "scruple",
  products: [.executable(name: "scruple", targets: ["scruple"])],
  targets: [
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(
      name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(
      name: "CMicroHTTPD", pkgConfig: "libmicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),
    .systemLibrary(
      name: "CZstandard", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    room("Formats", knows: ["CXML2"], optimised),
    room("Transfers", knows: ["CCurl", "Formats"]),
    room("Digests", knows: ["CCrypto", "Formats"]),
    room("Taxonomy", knows: ["Formats"], optimised),
    room("Facts", knows: ["Formats", "Taxonomy"]),
    room("Trade", knows: ["Formats", "Digests", "Taxonomy"]),
    room("Names", knows: ["Formats", "Taxonomy"], optimised),
    room("WatchLists", knows: ["Formats", "Digests", "Taxonomy", "Names"]),
    room(
      "Evidence", knows: ["Formats", "Digests", "Taxonomy", "Facts", "Trade", "Names"], optimised),
    room("Law", knows: ["Formats", "Taxonomy", "Facts"], optimised),
    room(
      "Dossier",
      knows: [
        "Formats", "Digests", "Taxonomy", "Facts", "Trade", "Names", "WatchLists", "Evidence",
        "Law",
      ]),
    room("Policy", knows: ["Formats", "Digests", "Taxonomy", "Facts"]),
    room("Proofs", knows: ["Formats", "Taxonomy", "Facts", "Policy"]),
    room(
      "Screening",
      knows: [
        "Formats", "Digests", "Taxonomy", "Facts", "Trade", "Names", "WatchLists", "Evidence",
        "Law", "Dossier", "Policy",
      ]),
    room("Memos", knows: ["Formats", "Digests", "Facts", "Law", "Policy", "Screening"]),
    room(
      "Ledger",
      knows: [
        "CSQLite", "CPostgreSQL", "CZstandard", "Formats", "Digests", "Facts", "Trade", "Law",
        "Policy", "Screening",
      ]),
    room(
      "Hook",
      knows: [
        "CMicroHTTPD", "Formats", "Transfers", "Digests", "Facts", "Trade", "WatchLists",
        "Evidence", "Dossier", "Policy", "Screening", "Memos", "Ledger",
      ]),
    room(
      "Benchmarks", knows: ["Formats", "Taxonomy", "Facts", "Names", "Policy", "Evidence"]),
    .executableTarget(
      name: "scruple",
      dependencies: [
        "Formats", "Digests", "Taxonomy", "Facts", "Trade", "Names", "WatchLists", "Evidence",
        "Law", "Dossier", "Policy", "Proofs", "Screening", "Memos", "Ledger", "Hook", "Benchmarks",
        "Transfers",
      ],
      swiftSettings: strict),
    .target(name: "SeededNumbers", path: "Tests/SeededNumbers", swiftSettings: strict),
    .target(
      name: "TestFolders", dependencies: ["Formats"], path: "Tests/TestFolders",
      swiftSettings: strict),
    tests(of: "Trade", with: ["Formats", "Digests"]),
    tests(of: "Names", with: ["Formats", "Taxonomy"]),
    tests(of: "WatchLists", with: ["Formats", "Digests", "Names", "TestFolders"]),
    tests(of: "Memos", with: ["Formats", "Policy", "Screening"]),
    tests(
      of: "Ledger",
      with: [
        "Facts", "Formats", "Digests", "Taxonomy", "Law", "Trade", "Policy", "Screening",
        "LedgerWriter", "DatabaseServer",
      ]),
    // A PostgreSQL server that lives as long as the tests.
    .target(name: "DatabaseServer", path: "Tests/DatabaseServer", swiftSettings: strict),
    tests(
      of: "Hook",
      with: [
        "DatabaseServer", "Digests", "Formats", "HookSamples", "HookServer", "Ledger",
        "LocalServer", "Policy", "Screening", "Trade", "Transfers", "TestFolders",
      ]),
    .target(
      name: "HookSamples",
      dependencies: ["Digests", "Formats", "Hook", "Ledger", "Policy", "Screening", "Trade"],
      path: "Tests/HookSamples", swiftSettings: strict),
    // A server of fictional determinations that runs until it is killed.
    .executableTarget(
      name: "HookServer", dependencies: ["Formats", "Hook", "HookSamples", "Ledger"],
      path: "Tests/HookServer", swiftSettings: strict),
    // A program that appends until it is killed.
    .executableTarget(
      name: "LedgerWriter", dependencies: ["CSQLite", "Formats", "Ledger"],
      path: "Tests/LedgerWriter",
      swiftSettings: strict),
    tests(of: "Formats", with: ["TestFolders"]),
    .target(name: "LocalServer", path: "Tests/LocalServer", swiftSettings: strict),
    tests(of: "Transfers", with: ["Formats", "LocalServer"]),
    tests(of: "Digests", with: ["Formats"]),
    tests(of: "Taxonomy", with: ["Formats", "TestFolders"]),
    tests(of: "Law", with: ["Facts", "Formats", "Taxonomy", "TestFolders"]),
    tests(
      of: "Evidence",
      with: [
        "Formats", "Digests", "Facts", "Taxonomy", "Names", "Benchmarks", "TestFolders",
      ]),
    tests(of: "Policy", with: ["Facts", "Formats", "Taxonomy", "TestFolders"]),
    tests(
      of: "Screening",
      with: [
        "Dossier", "Evidence", "Facts", "Formats", "Law", "Names", "Policy", "Taxonomy", "Trade",
        "WatchLists", "Memos", "TestFolders",
      ]),
    tests(
      of: "Proofs",
      with: [
        "Dossier", "Evidence", "Facts", "Formats", "Law", "Policy", "Taxonomy", "TestFolders",
      ]),
    tests(of: "Benchmarks", with: ["Facts", "Formats", "Policy", "Taxonomy"]),
    // Builds and runs the libFuzzer target below.
    .testTarget(name: "FuzzingTests", swiftSettings: strict),
    // The program from outside: depends on it so that it is built, and runs it as users do.
    .testTarget(
      name: "ScrupleTests",
      dependencies: ["scruple", "Hook", "LocalServer", "SeededNumbers", "DatabaseServer"],
      swiftSettings: strict),
  ]
)

// A libFuzzer target needs its own flags, so the fuzzers are targets only where they are asked for,
// and then alone, so that one build makes both:
// SCRUPLE_FUZZ=1 swift build --build-path .build-fuzz -Xswiftc -sanitize=fuzzer
if Context.environment["SCRUPLE_FUZZ"] != nil {
  func fuzzer(_ name: String, knows dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
      name: name, dependencies: dependencies + ["FuzzDriver"], path: "Tests/Fuzzing/\(name)",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-use-ld=lld"])])
  }
  let fuzzed = [
    "CCrypto", "CXML2", "Formats", "Digests", "Taxonomy", "Facts", "Names", "WatchLists", "Policy",
  ]
  package.products = []
  package.targets = package.targets.filter { fuzzed.contains($0.name) }
  package.targets.append(
    .target(
      name: "FuzzDriver", dependencies: ["Formats"], path: "Tests/Fuzzing/FuzzDriver",
      swiftSettings: strict))
  package.targets.append(
    fuzzer("PolicyFuzzer", knows: ["Facts", "Formats", "Policy", "Taxonomy"]))
  package.targets.append(fuzzer("ListFuzzer", knows: ["Formats", "WatchLists"]))
}
