extension SigningError: CustomStringConvertible {
    /// One or two sentences: what is wrong and what can be done.
    package var description: String {
        switch self {
        case .notAPublicKey: "This is no public key; give the line of a .pub file, as “ssh-ed25519 AAAA…”."
        case .otherKeyKind(let kind):
            "The key is of the kind \(kind); determinations are signed with \(SSHPublicKey.kind). "
                + "Make one with “ssh-keygen -t ed25519”."
        case .notAPrivateKey(let file):
            "\(file): is no private key of OpenSSH, or is damaged; make one with “ssh-keygen -t ed25519”."
        case .protectedKey(let file):
            "\(file): is protected by a passphrase; add it to the SSH agent with “ssh-add” and sign with --agent."
        case .openKey(let file):
            "\(file): others can read this private key; make it yours alone with “chmod 600” first."
        case .cannotRead(let file, let reason): "\(file): cannot be read: \(reason)."
        case .wrongSignature:
            "The key gave a signature that does not fit it, so nothing was signed; try again or use another key."
        case .noAgent:
            "There is no SSH agent here: SSH_AUTH_SOCK is not set. Start one, connect with “ssh -A”, or name a key file: under [signature] in config.toml, or by imr sign CASE --key FILE."
        case .agentUnreachable(let reason):
            "The SSH agent cannot be reached: \(reason). Connect anew with “ssh -A”, or name a key file: under [signature] in config.toml, or by imr sign CASE --key FILE."
        case .agentClosed: "The SSH agent ended the conversation; nothing was signed. Try again."
        case .agentSilent(let seconds):
            "The SSH agent did not answer within \(seconds) seconds; nothing was signed. It may be waiting for you to "
                + "confirm, or the connection to it is lost."
        case .agentNotUnderstood: "The SSH agent's answer is not understood; nothing was signed."
        case .agentRefused: "The SSH agent would not sign; it may be locked, or the key wants a confirmation."
        case .agentHasNoKey(let count):
            "The SSH agent holds no key that is registered for the reviewer (it has \(count) other "
                + "\(SSHPublicKey.kind) key\(count == 1 ? "" : "s")); add it with “ssh-add”."
        case .notASignature: "This is no signature as OpenSSH writes it, or it was changed."
        case .signersLine(let line, let problem): "Line \(line) of the allowed signers is not understood: \(problem)."
        case .revokedLine(let line):
            "Line \(line) of the revoked keys is no public key; give one key a line, as “ssh-ed25519 AAAA…”."
        case .mayNotSign(let problem): problem.sentence
        case .notJSON(let byte, let problem): "This is no JSON as determinations have it: byte \(byte): \(problem)."
        case .unknownField(let name, let place):
            "The field “\(name)” is not known\(SigningError.at(place)); the file is of another version or was changed."
        case .missingField(let name, let place): "The field “\(name)” is missing\(SigningError.at(place))."
        case .wrongValue(let place, let problem): "The value of “\(place)” is wrong: \(problem)."
        case .otherSchema:
            "This is no determination of the form this program knows, “\(DeterminationDocument.schema)” version "
                + "\(DeterminationDocument.version); a later program may read it."
        case .notDecided(let item):
            item == 0
                ? "The case has no item, so there is nothing to sign."
                : "Item \(item) is not decided; decide every item before you sign."
        case .noMeaning: "The meaning of the signature is empty; the program profile must word it."
        case .noLetters: "There is no letter to sign; write one first."
        case .letterName(let name):
            "A letter cannot be named “\(name)”; names have letters, digits, hyphens and dots, each its own."
        case .letterOfOtherCase(let name): "\(name): names another case; write the letter anew."
        case .nameOfReviewer(let file):
            "\(file): names the reviewer, who must stay unknown (LC 4610.6(f)); take the name out and sign then."
        case .wouldNotVerify(let sentence): "Nothing was signed, for it would not verify: \(sentence)"
        }
    }

    private static func at(_ place: String) -> String { place.isEmpty ? "" : " in “\(place)”" }
}

extension ReviewerKeyProblem {
    /// One sentence.
    package var sentence: String {
        switch self {
        case .notRegistered(let reviewer, let fingerprint):
            "The key \(fingerprint) is not registered for the reviewer \(reviewer)."
        case .otherPurpose(let fingerprint): "The key \(fingerprint) is registered, but not for determinations."
        case .notYetValid(let time): "The key was not valid before \(time.iso)."
        case .expired(let time): "The key was valid until \(time.iso) only."
        case .revoked(let fingerprint): "The key \(fingerprint) is revoked."
        }
    }
}
