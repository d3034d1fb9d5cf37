import Foundation

extension AllowedSigners {
    /// Parses an allowed signers file.
    ///
    /// Empty lines, comments (`#`) and keys of other kinds count for nothing. Patterns and certificate authorities
    /// are refused: a determination names one reviewer, and his key must stand there for itself.
    /// - Throws: ``SigningError/signersLine(_:problem:)``.
    package init(parsing bytes: [UInt8]) throws(SigningError) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .signersLine(1, problem: "the file is not UTF-8 text")
        }
        signers = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            var rest = line.drop(while: \.isWhitespace)
            guard let first = rest.first, first != "#" else { continue }
            let names = rest.prefix { !$0.isWhitespace }
            rest = rest.dropFirst(names.count)
            for name in names.split(separator: ",", omittingEmptySubsequences: false) {
                guard !name.isEmpty, !name.contains(where: { "*?!\"".contains($0) }) else {
                    throw .signersLine(index + 1, problem: "give each reviewer by his own id")
                }
                if let signer = try AllowedSigner(rest, principal: String(name), line: index + 1) {
                    signers.append(signer)
                }
            }
        }
    }
}

extension AllowedSigner {
    /// Parses a key as it is registered for a reviewer: a public key line, before it options if there are any.
    ///
    /// `ssh-ed25519 AAAA…`, `valid-before="20271231Z" ssh-ed25519 AAAA…`. Without options it is for determinations
    /// only and without end.
    /// - Throws: ``SigningError``.
    package init(registered line: String, reviewer: String) throws(SigningError) {
        guard var signer = try AllowedSigner(line[...], principal: reviewer, line: 1) else {
            throw .otherKeyKind(String(line.prefix { !$0.isWhitespace }.prefix(40)))
        }
        signer.namespaces = signer.namespaces ?? [SSHSignature.determinations]
        self = signer
    }

    /// Parses what follows the principal; nil for a key of another kind.
    fileprivate init?(_ text: Substring, principal: String, line: Int) throws(SigningError) {
        var rest = text.drop(while: \.isWhitespace)
        var options = SignerOptions()
        if !rest.hasPrefix("ssh-"), !rest.hasPrefix("ecdsa-"), !rest.hasPrefix("sk-") {
            // A quoted value may hold white space, so options end at the first one outside of quotation marks.
            var isQuoted = false
            let words = rest.prefix { character in
                if character == "\"" { isQuoted.toggle() }
                return isQuoted || !character.isWhitespace
            }
            options = try SignerOptions(words, line: line)
            rest = rest.dropFirst(words.count)
        }
        do {
            self.init(
                principal: principal, key: try SSHPublicKey(line: rest), namespaces: options.namespaces,
                validAfter: options.validAfter, validBefore: options.validBefore)
        } catch .otherKeyKind { return nil } catch {
            throw .signersLine(line, problem: "there is no public key in it")
        }
    }
}

/// The options between a principal and his key.
private struct SignerOptions {
    var namespaces: [String]?
    var validAfter: UTCTime?
    var validBefore: UTCTime?

    init() {}

    init(_ text: Substring, line: Int) throws(SigningError) {
        var isQuoted = false
        let options = text.split(omittingEmptySubsequences: false) { character in
            if character == "\"" { isQuoted.toggle() }
            return character == "," && !isQuoted
        }
        for option in options {
            let parts = option.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[1].count >= 2, parts[1].first == "\"", parts[1].last == "\"" else {
                throw .signersLine(line, problem: "an option has the form name=\"value\"")
            }
            let value = String(parts[1].dropFirst().dropLast())
            switch parts[0].lowercased() {
            case "namespaces": namespaces = value.split(separator: ",").map(String.init)
            case "valid-after": validAfter = try SignerOptions.time(value, line: line)
            case "valid-before": validBefore = try SignerOptions.time(value, line: line)
            default:
                throw .signersLine(line, problem: "an option is none of namespaces, valid-after and valid-before")
            }
        }
    }

    private static func time(_ text: String, line: Int) throws(SigningError) -> UTCTime {
        guard let time = UTCTime(signersFile: text) else {
            throw .signersLine(line, problem: "a time has the form 20261231Z or 20261231235959Z, in UTC")
        }
        return time
    }
}
