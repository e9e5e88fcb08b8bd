// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "dyad",
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .target(name: "Diplomacy"),
    .target(name: "Text"),
    .target(name: "LexiconData", exclude: ["vi", "en", "names", "rules"]),
    .target(name: "Lexicons", dependencies: ["Diplomacy", "Text", "LexiconData"]),
    .target(name: "Reading", dependencies: ["Diplomacy", "Text", "Lexicons"]),
    .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),
    .target(name: "Unpacking", dependencies: ["Text", "CZlib"]),
    .target(name: "Scoring", dependencies: ["Diplomacy", "Text"]),
    .target(name: "ChronicleData", exclude: ["chronicle.tsv", "dispatches.txt"]),
    .target(name: "Chronicle", dependencies: ["Diplomacy", "Text", "ChronicleData"]),
    .target(name: "Asking", dependencies: ["Diplomacy", "Text"]),
    .target(name: "Comparing", dependencies: ["Text"]),
    .target(name: "Archive", dependencies: ["Diplomacy", "Text"]),
    .target(name: "Exporting", dependencies: ["Diplomacy", "Text"]),
    .target(
      name: "SQLiteArchive",
      dependencies: [
        "Archive", "Diplomacy", "Text", "CZlib", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      resources: [.embedInCode("phrases-1.txt"), .embedInCode("phrases-2.txt")]),
    .target(name: "Screen", dependencies: ["Text", .product(name: "TOMLKit", package: "TOMLKit")]),
    .target(
      name: "Themes", path: "Themes",
      resources: [
        .embedInCode("night.toml"), .embedInCode("day.toml"), .embedInCode("mono.toml"),
        .embedInCode("high-contrast.toml"), .embedInCode("colour-blind.toml"),
      ]),
    .target(
      name: "Commands",
      dependencies: ["Screen", "Diplomacy", "Text", .product(name: "TOMLKit", package: "TOMLKit")]),
    .target(name: "Model", dependencies: ["Diplomacy", "Text", "Asking", "Commands", "Comparing"]),
    .target(
      name: "Panes",
      dependencies: ["Model", "Asking", "Comparing", "Diplomacy", "Commands", "Screen", "Text"]),
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "Terminal", dependencies: ["Screen", "Text", "CNcurses"]),
    .target(
      name: "Program",
      dependencies: [
        "Diplomacy", "Text", "Asking", "Lexicons", "Reading", "Unpacking", "Comparing", "Archive",
        "Exporting", "Screen",
        "Themes",
        "Commands", "Model", "Panes",
        .product(name: "TOMLKit", package: "TOMLKit"),
      ]),
    .executableTarget(
      name: "dyad",
      dependencies: [
        "Diplomacy", "Text", "Asking", "Lexicons", "Reading", "Scoring", "Chronicle", "Archive",
        "SQLiteArchive", "Exporting", "Screen", "Themes", "Commands", "Model", "Panes", "Terminal", "Program",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal", linkerSettings: [.linkedLibrary("util")]),
    .target(
      name: "Support", dependencies: ["CPseudoTerminal", "CZlib", "Diplomacy", "Text", "Archive", "Screen"],
      path: "Tests/Support"),
    .testTarget(name: "DiplomacyTests", dependencies: ["Diplomacy"]),
    .testTarget(name: "AskingTests", dependencies: ["Asking", "Diplomacy", "Text", "Support"]),
    .testTarget(
      name: "ExportingTests",
      dependencies: ["Exporting", "Diplomacy", "Text", "Reading", "Support", "Archive"],
      exclude: ["Cases"]),
    .testTarget(name: "ComparingTests", dependencies: ["Comparing", "Text"]),
    .testTarget(name: "TextTests", dependencies: ["Text"]),
    .testTarget(name: "UnpackingTests", dependencies: ["Unpacking", "Support"]),
    .testTarget(name: "LexiconsTests", dependencies: ["Lexicons", "Diplomacy", "Text"]),
    .testTarget(
      name: "ReadingTests", dependencies: ["Reading", "Scoring", "Lexicons", "Diplomacy", "Text", "Support"],
      exclude: ["Bed", "Cases", "Traps"]),
    .testTarget(name: "ScoringTests", dependencies: ["Scoring"]),
    .testTarget(name: "ChronicleTests", dependencies: ["Chronicle", "ChronicleData", "Diplomacy", "Text"]),
    .testTarget(
      name: "SQLiteArchiveTests",
      dependencies: [
        "SQLiteArchive", "Archive", "Diplomacy", "Text", "Support",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(name: "ScreenTests", dependencies: ["Screen", "Text"]),
    .testTarget(name: "ThemesTests", dependencies: ["Themes", "Screen"]),
    .testTarget(name: "CommandsTests", dependencies: ["Commands", "Screen"]),
    .testTarget(
      name: "ModelTests",
      dependencies: ["Model", "Comparing", "Asking", "Commands", "Diplomacy", "Text", "Support"]),
    .testTarget(
      name: "PanesTests",
      dependencies: [
        "Panes", "Model", "Asking", "Commands", "Diplomacy", "Screen", "Text", "Program", "Reading",
        "Archive",
        "SQLiteArchive", "Chronicle", "ChronicleData", "Lexicons", "Support",
      ],
      exclude: ["Cases"]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal", "Screen", "Text", "Support"]),
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "Program", "Archive", "Asking", "SQLiteArchive", "Reading", "Lexicons", "Diplomacy", "Text", "Screen",
        "Commands", "Model", "Support",
      ]),
    .testTarget(name: "BrowsingTests", dependencies: ["dyad", "Support", "Text"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)

// Programs that measure, not tests: built only when they are asked for.
if Context.environment["DYAD_BENCHMARKS"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "Archive", "Diplomacy", "Reading", "SQLiteArchive", "Text",
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ], path: "Tests/Benchmarks"))
}
