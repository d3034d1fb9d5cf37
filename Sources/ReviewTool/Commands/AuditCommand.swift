internal import ArgumentParser
internal import CaseModel
internal import CaseStore
internal import Foundation
internal import Signing

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Tell who did what and when, from the audit log.",
        discussion: """
            Every change and every opening of a case is a line. With --checkpoint the end of the log is written into \
            the file of checkpoints beside the store; keep a copy of that file on another machine, or have it signed with \
            --key: imr verify --allowed-signers FILE then tells whether the signatures hold.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @OptionGroup var store: StoreOptions
    @Argument(help: "Only this case.", completion: .caseNumbers) var number: String?
    @Option(help: "Only from this day on, in UTC: YYYY-MM-DD.") var since: String?
    @Option(help: "Only what this name did.") var actor: String?
    @Option(help: "text (a line each) or json (one array).") var format = Format.text
    @Flag(help: "Write where the log ends into the file of checkpoints, and show that.") var checkpoint = false
    @Option(help: "With --checkpoint, sign it with this private key file (ssh-ed25519).", completion: .file())
    var key: String?

    func validate() throws {
        if let since, Day(iso: since) == nil { throw ValidationError("“\(since)” is no day; write YYYY-MM-DD.") }
        if key != nil, !checkpoint { throw ValidationError("--key goes with --checkpoint.") }
        if checkpoint, number != nil || since != nil || actor != nil {
            throw ValidationError("--checkpoint is about the whole log; leave the case, --since and --actor out.")
        }
    }

    func run() async throws {
        try await reporting {
            let store = try store.existing()
            defer { store.close() }
            try await store.permit(.audit, to: try Place.actor())
            if checkpoint {
                var sign: (@Sendable ([UInt8]) throws -> String)?
                var words = ""
                if let key {
                    let signer = try PrivateKey(contentsOf: key)
                    sign = { try signer.sign($0, namespace: SSHSignature.checkpoints).armored }
                    words = ", signed with \(signer.key.fingerprint)"
                }
                let taken = try await store.checkpointAudit(sign: sign)
                Standard.print(
                    "line \(taken.sequence), \(Counted.words(taken.cases, "case"))\(words): \(store.path)-anchor")
                return
            }
            var query = AuditQuery(
                number: try number.map { try CaseNumber(parsing: $0) },
                since: since.flatMap { Day(iso: $0) }.map { Int64($0.daysSinceEpoch) * 86_400 }, actor: actor)
            if let number = query.number { _ = try await store.open(number) }
            if format == .json { Standard.write("[", to: 1) }
            var isFirst = true
            // A portion at a time: the log of years is told in little memory.
            while true {
                let entries = try await store.audit(query)
                for entry in entries {
                    switch format {
                    case .text: Standard.print(AuditLine.text(entry))
                    case .json: Standard.write((isFirst ? "\n  " : ",\n  ") + (try AuditLine.json(entry)), to: 1)
                    }
                    isFirst = false
                }
                guard entries.count == query.limit, let last = entries.last else { break }
                query.after = last.sequence
            }
            if format == .json { Standard.write(isFirst ? "]\n" : "\n]\n", to: 1) }
        }
    }
}

/// A line of the audit log as it is told.
enum AuditLine {
    /// The place, the moment in UTC, who, what, the case with its item, and the facts.
    static func text(_ entry: AuditEntry) -> String {
        var words = ["\(entry.sequence)", time(entry.at), entry.actor, entry.action]
        if let number = entry.caseNumber { words.append(number) }
        if let item = entry.item { words.append("item \(item)") }
        if entry.detail.contains("\"afterPublished\":true") { words.append("after the published decision was seen") }
        if entry.detail != "{}" { words.append(entry.detail) }
        return words.joined(separator: "  ")
    }

    /// The same as a JSON object on one line; what there is none of is null.
    static func json(_ entry: AuditEntry) throws -> String {
        let facts = try? JSONSerialization.jsonObject(with: Data(entry.detail.utf8))
        let object: [String: Any] = [
            "sequence": entry.sequence, "at": time(entry.at), "actor": entry.actor, "action": entry.action,
            "caseNumber": entry.caseNumber ?? NSNull(), "item": entry.item ?? NSNull(), "detail": facts ?? entry.detail,
        ]
        let data = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
        return String(decoding: data, as: UTF8.self)
    }

    private static func time(_ seconds: Int64) -> String {
        Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
    }
}
