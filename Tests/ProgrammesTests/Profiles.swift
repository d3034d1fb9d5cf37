import CaseModel
import Foundation
import Programmes

/// The profiles that the tests go by.
enum Profiles {
    static let california = ProgrammeProfile.standard

    /// The text of the second program's profile.
    static func texasText() throws -> String {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        return try String(contentsOf: folder.appendingPathComponent("Profiles/tx-iro.toml"), encoding: .utf8)
    }

    static func texas() throws -> ProgrammeProfile {
        try ProgrammeProfile(parsing: try texasText(), name: "tx-iro.toml")
    }
}

/// The day that an ISO text names; the first of all days when a test has it wrong, so that it fails.
func day(_ text: String) -> Day { Day(iso: text) ?? .epoch }
