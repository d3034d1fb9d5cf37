import Foundation
import Testing

@testable import Signing

/// A way of an agent to answer, and what is said of it; nil when the signature is made.
struct AgentCase: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var sentence: String?
    var timeout = Duration.seconds(10)
    var answer: @Sendable ([UInt8], SampleKey) -> [UInt8]?
}

struct AgentTests {
    /// Answers as an agent should: keys of two kinds, then the signature.
    @Sendable static func sound(_ message: [UInt8], _ key: SampleKey) -> [UInt8]? {
        var reader = SSHReader(message)
        guard reader.raw(1) == [13] else {
            return framed { writer in
                writer.raw([12])
                writer.number(2)
                writer.string(Array("some other kind".utf8))
                writer.string("comment")
                writer.string(key.key.blob)
                writer.string("comment")
            }
        }
        guard reader.string() == key.key.blob, let data = reader.string(),
            let signature = try? key.signature(of: data)
        else { return framed { $0.raw([5]) } }
        return framed { writer in
            var packed = SSHWriter()
            packed.string(SSHPublicKey.kind)
            packed.string(signature)
            writer.raw([14])
            writer.string(packed.bytes)
        }
    }

    /// Lists the keys soundly, and answers the request to sign so.
    static func signing(_ answer: [UInt8]?) -> @Sendable ([UInt8], SampleKey) -> [UInt8]? {
        { $0.first == 13 ? answer : sound($0, $1) }
    }

    static let cases: [AgentCase] = [
        AgentCase(testDescription: "sound", answer: sound),
        AgentCase(testDescription: "hangs up", sentence: "ended the conversation", answer: { _, _ in nil }),
        AgentCase(
            testDescription: "silent", sentence: "did not answer within", timeout: .milliseconds(300),
            answer: { _, _ in [] }),
        AgentCase(
            testDescription: "half an answer", sentence: "ended the conversation", answer: { _, _ in [0, 0, 0, 9, 12] }),
        AgentCase(
            testDescription: "too much", sentence: "not understood", answer: { _, _ in [0xFF, 0xFF, 0xFF, 0xFF] }),
        AgentCase(
            testDescription: "too many keys", sentence: "not understood",
            answer: { _, _ in [0, 0, 0, 5, 12, 255, 255, 255, 255] }),
        AgentCase(
            testDescription: "another key", sentence: "holds no key",
            answer: { message, _ in (try? SampleKey(9)).flatMap { sound(message, $0) } }),
        AgentCase(testDescription: "no key", sentence: "0 other", answer: { _, _ in [0, 0, 0, 5, 12, 0, 0, 0, 0] }),
        AgentCase(testDescription: "refuses", sentence: "would not sign", answer: signing([0, 0, 0, 1, 5])),
        AgentCase(
            testDescription: "answers another question", sentence: "not understood", answer: signing([0, 0, 0, 1, 12])),
        AgentCase(
            testDescription: "signs wrongly", sentence: "does not fit",
            answer: signing(
                framed { writer in
                    var packed = SSHWriter()
                    packed.string(SSHPublicKey.kind)
                    packed.string([UInt8](repeating: 0, count: 64))
                    writer.raw([14])
                    writer.string(packed.bytes)
                })),
        AgentCase(
            testDescription: "hangs up when asked to sign", sentence: "ended the conversation", answer: signing(nil)),
    ]

    @Test("What an agent does wrong is a sentence, and soon", arguments: cases)
    func agent(_ given: AgentCase) throws {
        let key = try SampleKey(1)
        let folder = try TemporaryFolder()
        let fake = try FakeAgent(in: folder) { given.answer($0, key) }
        defer { fake.stop() }
        do throws(SigningError) {
            let agent = try SSHAgent(path: fake.path, timeout: given.timeout)
            let signer = try agent.signer(among: [key.key])
            #expect(try signer.sign([1], namespace: "n").verifies([1], namespace: "n"))
            #expect(given.sentence == nil)
        } catch {
            #expect(error.description.contains(try #require(given.sentence, "\(error)")))
        }
    }

    @Test("No agent is a sentence", arguments: [nil, "", "/nowhere/agent", String(repeating: "x", count: 200)])
    func noAgent(_ path: String?) {
        #expect(throws: SigningError.self) { try SSHAgent(path: path).keys() }
    }
}
