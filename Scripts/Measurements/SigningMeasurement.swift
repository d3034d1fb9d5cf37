import CaseModel
import Foundation
import Signing

/// Measures signing and verifying on made-up determinations, each with a text, an HTML and a PDF letter.
struct SigningMeasurement {
    private let folder: String
    private let key: PrivateKey
    private let reviewer: Reviewer

    private static let count = 1_000

    /// Makes a folder of its own in the given one.
    init(folder: String) throws {
        self.folder = folder + "/signing-\(getpid())"
        key = try PrivateKey()
        reviewer = Reviewer(
            id: try ReviewerID(parsing: "R-1"), name: "Nobody Inparticular", signingKeys: [key.key.line])
        do {
            try FileManager.default.createDirectory(atPath: self.folder, withIntermediateDirectories: false)
        } catch {
            throw MeasurementError.cannotWrite(folder: folder)
        }
    }

    /// Prints the lines.
    func run() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var signed: [Double] = []
        var size = 0
        for index in 0..<SigningMeasurement.count {
            let request = try request(index)
            var bundle: SignedDetermination?
            signed.append(try milliseconds { bundle = try SigningDesk.sign(request, with: key) })
            let place = folder + "/\(index)"
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
            for (name, bytes) in bundle?.files ?? [:] {
                size += bytes.count
                try Data(bytes).write(to: URL(fileURLWithPath: place + "/" + name))
            }
        }
        var verified: [Double] = []
        var sound = 0
        for index in 0..<SigningMeasurement.count {
            verified.append(
                milliseconds {
                    if BundleFolder.report(on: folder + "/\(index)", trusting: TrustedKeys()).isSound { sound += 1 }
                })
        }
        Table.row("a determination put together and signed", signed, "ms")
        Table.row("a bundle verified", verified, "ms")
        Table.row("  of bytes", [Double(size) / Double(SigningMeasurement.count) / 1000], "KB")
        Table.share("  sound", sound, of: SigningMeasurement.count)
    }

    private func request(_ index: Int) throws -> SigningRequest {
        let number = "CM26-" + String(1_000_000 + index)
        let prose = String(repeating: "The records do not show what the schedule asks for. ", count: 20)
        let items = (1...3).map { item in
            DisputedItem(
                text: "Item \(item)", reviewerGuideline: prose,
                citations: [Citation(source: "MTUS", chapter: "Low Back Complaints", year: 2004, sections: ["Care"])],
                decision: .upheld, rationale: prose)
        }
        let reviewCase = ReviewCase(
            number: try CaseNumber(parsing: number), state: .decided,
            determination: Determination(summary: prose, items: items))
        let text = Array(("Case Number: \(number)\n" + String(repeating: prose, count: 10)).utf8)
        let letters = [
            RenderedLetter(name: "\(number).txt", mediaType: "text/plain; charset=utf-8", bytes: text),
            RenderedLetter(name: "\(number).html", mediaType: "text/html; charset=utf-8", bytes: text + text),
            RenderedLetter(
                name: "\(number).pdf", mediaType: "application/pdf",
                bytes: (0..<70_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }),
        ]
        return SigningRequest(
            reviewCase: reviewCase, records: [CaseRecord(title: "Report", pages: [prose])], letters: letters,
            reviewer: reviewer, programme: "measuring", meaning: "For measuring.", programVersion: "0",
            signedAt: UTCTime(seconds: Int64(Foundation.time(nil))) ?? .epoch)
    }
}
