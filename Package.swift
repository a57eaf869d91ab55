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

/// A module of the house; it may know only the modules to its left (README, "The house").
func room(_ name: String, knows dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(of name: String, with dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.target(name: name)] + dependencies,
    swiftSettings: strict)
}

let package = Package(
  name: "scruple",
  products: [.executable(name: "scruple", targets: ["scruple"])],
  targets: [
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    room("Formats"),
    room("Digests", knows: ["CCrypto", "Formats"]),
    room("Taxonomy", knows: ["Formats"]),
    room("Facts", knows: ["Formats", "Taxonomy"]),
    room("Trade", knows: ["Formats", "Digests", "Taxonomy"]),
    room("Names", knows: ["Formats", "Taxonomy"]),
    room("WatchLists", knows: ["Formats", "Digests", "Taxonomy", "Names"]),
    room("Evidence", knows: ["Formats", "Taxonomy", "Trade", "Names"]),
    room(
      "Dossier",
      knows: [
        "Formats", "Digests", "Taxonomy", "Facts", "Trade", "Names", "WatchLists", "Evidence",
      ]),
    room("Policy", knows: ["Formats", "Digests", "Taxonomy", "Facts"]),
    room("Proofs", knows: ["Formats", "Taxonomy", "Facts", "Policy"]),
    room(
      "Screening",
      knows: [
        "Formats", "Digests", "Taxonomy", "Facts", "Trade", "Names", "WatchLists", "Evidence",
        "Dossier", "Policy",
      ]),
    room("Memos", knows: ["Formats", "Digests", "Policy", "Screening"]),
    room("Benchmarks", knows: ["Formats", "Taxonomy", "Facts", "Policy"]),
    .executableTarget(
      name: "scruple",
      dependencies: [
        "Formats", "Digests", "Taxonomy", "Facts", "Trade", "Names", "WatchLists", "Evidence",
        "Dossier", "Policy", "Proofs", "Screening", "Memos", "Benchmarks",
      ],
      swiftSettings: strict),
    tests(of: "Trade", with: ["Formats", "Digests"]),
    tests(of: "Names", with: ["Formats", "Taxonomy"]),
    tests(of: "WatchLists", with: ["Formats", "Digests", "Names"]),
    tests(of: "Memos", with: ["Formats", "Policy", "Screening"]),
    tests(of: "Formats"),
    tests(of: "Digests"),
    tests(of: "Taxonomy", with: ["Formats"]),
    tests(of: "Evidence", with: ["Formats", "Taxonomy"]),
    tests(of: "Policy", with: ["Facts", "Formats", "Taxonomy"]),
    tests(
      of: "Screening",
      with: [
        "Dossier", "Evidence", "Facts", "Formats", "Names", "Policy", "Taxonomy", "Trade",
        "WatchLists", "Memos",
      ]),
    tests(
      of: "Proofs", with: ["Dossier", "Evidence", "Facts", "Formats", "Policy", "Taxonomy"]),
    tests(of: "Benchmarks", with: ["Facts", "Formats", "Policy"]),
    // Builds and runs the libFuzzer target below.
    .testTarget(name: "FuzzingTests", swiftSettings: strict),
    // The program from outside: depends on it so that it is built, and runs it as users do.
    .testTarget(name: "ScrupleTests", dependencies: ["scruple"], swiftSettings: strict),
  ]
)

// A libFuzzer target needs its own flags, so it is a target only where it is asked for:
// SCRUPLE_FUZZ=1 swift build --build-path .build-fuzz -Xswiftc -sanitize=fuzzer \
//   --product PolicyFuzzer
if Context.environment["SCRUPLE_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "PolicyFuzzer", dependencies: ["Facts", "Formats", "Policy", "Taxonomy"],
      path: "Tests/Fuzzing/PolicyFuzzer",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-use-ld=lld"])]))
}
