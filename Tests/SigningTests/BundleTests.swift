import CaseModel
import Foundation
import Testing

@testable import Signing

/// What is done to the files of a bundle, and of which file is then complained.
struct BundleCase: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var change: @Sendable (inout [String: [UInt8]]) throws -> Void
    var trusted: @Sendable () throws -> TrustedKeys = { TrustedKeys() }
    /// The beginning of the name of the file, and words of the sentence.
    var complaint: (file: String, words: String)?
}

struct BundleTests {
    static let number = Sample.decided(0).number.text

    static let cases: [BundleCase] =
        [
            BundleCase(testDescription: "nothing", change: { _ in }),
            BundleCase(
                testDescription: "nothing, and the reviewer's key is known", change: { _ in },
                trusted: {
                    TrustedKeys(
                        signers: AllowedSigners([AllowedSigner(principal: "R-0042", key: try SampleKey(1).key)]))
                }),
            BundleCase(
                testDescription: "nothing, but his key is known to be another", change: { _ in },
                trusted: {
                    TrustedKeys(
                        signers: AllowedSigners([AllowedSigner(principal: "R-0042", key: try SampleKey(2).key)]))
                },
                complaint: (BundleFiles.signature, "not registered")),
            BundleCase(
                testDescription: "nothing, but the key is another reviewer's", change: { _ in },
                trusted: {
                    TrustedKeys(
                        signers: AllowedSigners([AllowedSigner(principal: "R-0043", key: try SampleKey(1).key)]))
                },
                complaint: (BundleFiles.signature, "not registered for the reviewer R-0042")),
            BundleCase(
                testDescription: "nothing, but the key had expired by then", change: { _ in },
                trusted: {
                    TrustedKeys(
                        signers: AllowedSigners([
                            AllowedSigner(
                                principal: "R-0042", key: try SampleKey(1).key,
                                validBefore: Sample.time("2026-11-22T20:06:29Z"))
                        ]))
                }, complaint: (BundleFiles.signature, "valid until 2026-11-22T20:06:29Z")),
            BundleCase(
                testDescription: "nothing, but the key is revoked", change: { _ in },
                trusted: { TrustedKeys(revoked: [try SampleKey(1).key]) }, complaint: (BundleFiles.signature, "revoked")
            ),
            BundleCase(
                testDescription: "the key revoked by a file of the bundle",
                change: { $0[BundleFiles.revokedKeys] = Array((try SampleKey(1).key.line + "\n").utf8) },
                complaint: (BundleFiles.signature, "revoked")),
            BundleCase(
                testDescription: "another key revoked",
                change: { $0[BundleFiles.revokedKeys] = Array(("# lost\n" + (try SampleKey(2).key.line) + "\n").utf8) }),
            BundleCase(
                testDescription: "a list of revoked keys that is none",
                change: { $0[BundleFiles.revokedKeys] = Array("SSHKRL\n".utf8) },
                complaint: (BundleFiles.revokedKeys, "Line 1")),
            BundleCase(
                testDescription: "the signature of another case",
                change: { $0[BundleFiles.signature] = Array(try Sample.signed(1).signature.utf8) },
                complaint: (BundleFiles.signature, "changed or exchanged")),
            BundleCase(
                testDescription: "document and signature of another case",
                change: {
                    let other = try Sample.signed(1)
                    $0[BundleFiles.document] = other.bytes
                    $0[BundleFiles.signature] = Array(other.signature.utf8)
                }, complaint: (Sample.decided(1).number.text, "missing")),
            BundleCase(
                testDescription: "signed anew with another's key",
                change: {
                    let bytes = try #require($0[BundleFiles.document])
                    $0[BundleFiles.signature] = Array(
                        try SampleKey(2).sign(bytes, namespace: SSHSignature.determinations).armored.utf8)
                }, complaint: (BundleFiles.signature, "not the key that the document names")),
            BundleCase(
                testDescription: "signed for another purpose",
                change: {
                    let bytes = try #require($0[BundleFiles.document])
                    $0[BundleFiles.signature] = Array(try SampleKey(1).sign(bytes, namespace: "git").armored.utf8)
                }, complaint: (BundleFiles.signature, "another purpose")),
            BundleCase(
                testDescription: "a file more", change: { $0["notes.txt"] = [] },
                complaint: ("notes.txt", "does not belong")),
            BundleCase(
                testDescription: "a file behind a hidden name", change: { $0[".x"] = [] },
                complaint: (".x", "does not belong")),
            BundleCase(
                testDescription: "an empty folder", change: { $0 = [:] }, complaint: (BundleFiles.document, "missing")),
        ]
        + [BundleFiles.document, BundleFiles.signature, BundleFiles.allowedSigners, number + ".pdf"].map { name in
            BundleCase(
                testDescription: "without \(name)", change: { $0[name] = nil }, complaint: (name, "missing"))
        }

    @Test("A bundle is sound as it was signed, and in no other way", arguments: cases)
    func bundle(_ given: BundleCase) throws {
        var files = try Sample.signed().files
        try given.change(&files)
        let report = BundleVerification.report(on: files, trusting: try given.trusted())
        #expect(report.isSound == (given.complaint == nil), "\(report.lines)")
        if let complaint = given.complaint {
            #expect(
                report.lines.contains {
                    !$0.isSound && $0.file.hasPrefix(complaint.file) && $0.sentence.contains(complaint.words)
                }, "\(report.lines)")
        }
    }

    @Test("Whatever byte of whatever file is changed, added or cut off, the bundle is not sound")
    func everyByte() throws {
        let files = try Sample.signed().files
        func isSound(_ name: String, _ bytes: [UInt8]) -> Bool {
            var changed = files
            changed[name] = bytes
            return BundleVerification.report(on: changed, trusting: TrustedKeys()).isSound
        }
        for (name, bytes) in files {
            for at in bytes.indices {
                for bit in at.isMultiple(of: 8) ? [1, 0x20, 0x80] as [UInt8] : [1] {
                    var changed = bytes
                    changed[at] ^= bit
                    #expect(!isSound(name, changed), "\(name), byte \(at)")
                }
            }
            for changed in [Array(bytes.dropLast()), Array(bytes.dropFirst()), bytes + [10], [UInt8]()] {
                #expect(!isSound(name, changed), "\(name), \(changed.count) bytes")
            }
        }
    }

    @Test("A bundle in a folder is read without following what leads out of it")
    func folder() throws {
        let folder = try TemporaryFolder()
        for (name, bytes) in try Sample.signed().files { _ = try folder.write(bytes, as: name) }
        let sound = BundleFolder.report(on: folder.path, trusting: TrustedKeys())
        #expect(sound.isSound, "\(sound.lines)")
        #expect(sound.lines.count == 5)
        let link = folder.path + "/more.txt"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/etc/hostname")
        #expect(
            BundleFolder.report(on: folder.path, trusting: TrustedKeys()).lines.last?.sentence.contains("link") == true)
        try FileManager.default.removeItem(atPath: link)
        try FileManager.default.createDirectory(atPath: link, withIntermediateDirectories: false)
        #expect(!BundleFolder.report(on: folder.path, trusting: TrustedKeys()).isSound)
        try FileManager.default.removeItem(atPath: link)
        mkfifo(link, 0o600)
        #expect(!BundleFolder.report(on: folder.path, trusting: TrustedKeys()).isSound)
        #expect(!BundleFolder.report(on: folder.path + "/nowhere", trusting: TrustedKeys()).isSound)
    }

    @Test("A document alone wants a list of who may sign")
    func documentAlone() throws {
        let signed = try Sample.signed()
        let signature = Array(signed.signature.utf8)
        let signers = try AllowedSigners(parsing: Array(signed.allowedSigners.utf8))
        for (trusted, isSound) in [(TrustedKeys(), false), (TrustedKeys(signers: signers), true)] {
            let report = BundleVerification.report(
                onDocument: signed.bytes, signature: signature, trusting: trusted)
            #expect(report.isSound == isSound, "\(report.lines)")
        }
    }

    @Test("No sentence of a report holds a word of the case")
    func noClinicalText() throws {
        var files = try Sample.signed().files
        let words = Sample.decided(0).determination.items[0].text
        for name in files.keys { files[name]?[20] ^= 1 }
        for line in BundleVerification.report(on: files, trusting: TrustedKeys()).lines {
            #expect(!line.isSound && !line.sentence.contains(words))
        }
    }
}
