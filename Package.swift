// swift-tools-version: 6.2
import PackageDescription

// One set of rules for every target: strict concurrency comes with the language mode.
let house: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// The screen belongs to the main actor; touching it from elsewhere does not compile.
let screen: [SwiftSetting] = house + [.defaultIsolation(MainActor.self)]

/// The rationale templates that come with the program; embedded, so that a moved binary keeps them.
let rationaleTemplates = [
    "depends-on-surgery", "equipment-overturn", "equipment-uphold", "evaluation-overturn", "evaluation-uphold",
    "general-overturn", "general-uphold", "imaging-overturn", "imaging-uphold", "injection-overturn",
    "injection-uphold", "lower-rank", "medication-overturn", "medication-uphold", "opioid-continue", "opioid-weaning",
    "split-overturn", "split-uphold", "surgery-overturn", "surgery-uphold", "therapy-overturn", "therapy-uphold",
]

/// The guideline texts for trying the program; embedded like the templates.
let demonstrationGuidelines = [
    "acupuncture-2007", "ankle-and-foot-2004", "chronic-pain-2009", "chronic-pain-2016",
    "deg-knee-2016", "deg-low-back-2016", "deg-neck-2016", "deg-pain-2016",
    "deg-shoulder-2016", "elbow-2004", "elbow-2007", "forearm-wrist-hand-2004",
    "general-approaches-2004", "knee-2004", "low-back-2004", "neck-and-upper-back-2004",
    "opioid-treatment-2016", "postsurgical-2009", "shoulder-2004",
]

/// The themes that come with the program.
let themes = [
    "blue-orange", "dark", "high-contrast", "high-contrast-light", "light", "monochrome", "red-cyan", "sixteen",
    "solar-dark", "solar-light",
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let keyDerivation = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")

let package = Package(
    name: "imr",
    products: [
        .executable(name: "imr", targets: ["imr"]),
        .library(name: "CaseModel", targets: ["CaseModel"]),
        .library(name: "CaseStore", targets: ["CaseStore"]),
        .library(name: "Letters", targets: ["Letters"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        .target(name: "CaseModel", swiftSettings: house),
        .target(name: "ChildProcesses", swiftSettings: house),
        .target(
            name: "Programmes", dependencies: ["CaseModel", toml],
            resources: [.embedInCode("california.toml")], swiftSettings: house),
        .target(name: "Letters", dependencies: ["CaseModel", "Programmes"], swiftSettings: house),
        .target(name: "CaseStore", dependencies: ["CaseModel", grdb, sqlite, crypto], swiftSettings: house),
        .target(
            name: "Checks", dependencies: ["CaseModel", "CHunspell", "Letters", "Programmes"],
            swiftSettings: house),
        .target(
            name: "Guidelines", dependencies: ["CaseModel", grdb, toml],
            resources: demonstrationGuidelines.map { .embedInCode("Demonstration/\($0).md") }, swiftSettings: house),
        .systemLibrary(
            name: "CPangoCairo", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
        .target(name: "Exports", dependencies: ["CaseModel", "Letters", "CPangoCairo"], swiftSettings: house),
        .target(
            name: "Intake", dependencies: ["CaseModel", "CaseStore", "ChildProcesses", "Letters", toml],
            swiftSettings: house),
        .target(
            name: "RationaleTemplates", dependencies: ["CaseModel", toml, mustache],
            resources: rationaleTemplates.map { .embedInCode("Templates/\($0).md") }, swiftSettings: house),
        .target(
            name: "Signing", dependencies: ["CaseModel", crypto],
            resources: [.embedInCode("Schema/determination.schema.json")], swiftSettings: house),
        .target(name: "Synthetic", dependencies: ["CaseModel"], swiftSettings: house),
        .target(name: "TextUI", swiftSettings: house),
        .systemLibrary(name: "CHunspell"),
        .systemLibrary(name: "CNcurses"),
        .target(
            name: "Themes", dependencies: ["TextUI", toml], path: "Themes",
            resources: themes.map { .embedInCode("\($0).toml") },
            swiftSettings: house),
        .target(name: "Terminal", dependencies: ["TextUI", "CNcurses"], swiftSettings: screen),
        .target(
            name: "Workstation", dependencies: ["CaseModel", "Checks", "Letters", "RationaleTemplates", "TextUI"],
            swiftSettings: house),
        .target(
            name: "ReviewTool",
            dependencies: [
                "CaseModel", "CaseStore", "Checks", "ChildProcesses", "Exports", "Guidelines", "Intake", "Letters",
                "Programmes", "RationaleTemplates", "Signing", "Synthetic", "Terminal", "TextUI", "Themes",
                "Workstation", arguments, crypto, keyDerivation,
                toml,
            ],
            swiftSettings: house),
        .executableTarget(name: "imr", dependencies: ["ReviewTool", arguments], swiftSettings: house),
        .executableTarget(
            name: "Measurements",
            dependencies: [
                "CaseModel", "CaseStore", "Checks", "Exports", "Guidelines", "Intake", "Letters", "Programmes",
                "Signing",
                "Synthetic",
            ],
            path: "Scripts/Measurements", swiftSettings: house),
        .testTarget(
            name: "ChecksTests", dependencies: ["CaseModel", "Checks", "Letters", "Programmes"], exclude: ["Sound"],
            swiftSettings: house),
        .testTarget(
            name: "ExportsTests", dependencies: ["CaseModel", "ChildProcesses", "Exports", "Letters", "Synthetic"],
            swiftSettings: house),
        .testTarget(
            name: "GuidelinesTests", dependencies: ["CaseModel", "Guidelines", "Letters"], swiftSettings: house),
        .testTarget(name: "CaseModelTests", dependencies: ["CaseModel"], swiftSettings: house),
        .testTarget(
            name: "ProgrammesTests", dependencies: ["CaseModel", "Programmes"], exclude: ["Profiles"],
            swiftSettings: house),
        .testTarget(
            name: "LettersTests", dependencies: ["CaseModel", "ChildProcesses", "Letters"], swiftSettings: house),
        .testTarget(
            name: "SigningTests",
            dependencies: ["CaseModel", "ChildProcesses", "Letters", "Signing", "Synthetic", crypto],
            swiftSettings: house),
        .testTarget(
            name: "CaseStoreTests", dependencies: ["CaseModel", "CaseStore", "ChildProcesses", "Synthetic", grdb],
            swiftSettings: house),
        .testTarget(
            name: "IntakeTests", dependencies: ["CaseModel", "CaseStore", "ChildProcesses", "Intake", "Letters"],
            swiftSettings: house),
        .testTarget(
            name: "RationaleTemplatesTests", dependencies: ["CaseModel", "RationaleTemplates"], swiftSettings: house),
        .testTarget(
            name: "TextUITests", dependencies: ["CNcurses", "Synthetic", "TextUI", "Themes"], swiftSettings: house),
        .testTarget(
            name: "WorkstationTests",
            dependencies: [
                "CaseModel", "Checks", "Letters", "RationaleTemplates", "Synthetic", "TextUI", "Workstation",
            ],
            exclude: ["Golden"], swiftSettings: house),
        .testTarget(
            name: "ReviewToolTests",
            dependencies: [
                "CaseModel", "CaseStore", "Checks", "Exports", "Guidelines", "Letters", "Programmes",
                "RationaleTemplates", "ReviewTool", "Workstation",
            ],
            swiftSettings: house),
        .testTarget(
            name: "EndToEndTests", dependencies: ["CaseModel", "ChildProcesses", "Signing", "imr"], swiftSettings: house
        ),
    ],
    swiftLanguageModes: [.v6]
)
