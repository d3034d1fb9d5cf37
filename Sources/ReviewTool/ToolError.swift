/// What a command of the tool refuses, besides what the modules below it do.
enum ToolError: Error, Hashable, CustomStringConvertible {
    /// The word is no decision.
    case notADecision(String)
    /// The item is no number of an item.
    case noSuchItem(Int, count: Int)
    /// The file of the rationale is empty.
    case noRationale(path: String)
    /// The file of the summary is empty.
    case noSummary(path: String)
    /// Something is there that would be written over.
    case wouldReplace(String, String)
    /// The text is no day.
    case notADay(String)
    /// The word is no role.
    case notARole(String)
    /// Nobody is registered who could be proposed.
    case noReviewers
    /// The program profile refuses a reviewer for a case.
    case notEligible(String, reasons: [String])
    /// A file cannot be written.
    case cannotWrite(path: String, reason: String)
    /// A file cannot be read.
    case cannotRead(path: String, reason: String)
    /// One of the keys under `signing-keys`, from 1, is no public key.
    case notAPublicKey(path: String, Int)
    /// The words are not in the rationale of an item.
    case noSuchSentence(Int)
    /// The check finds no such error.
    case noSuchFinding(String, item: Int?)
    /// A signed determination has no letter of a form.
    case notSigned(form: String)
    /// A case has no letter yet: an item is not decided.
    case notDecided(String)
    /// A case cannot be signed yet; each obstacle is a sentence.
    case cannotSign(String, obstacles: [String])
    /// A passphrase has too few characters.
    case shortPassphrase(Int)
    /// The two passphrases that were typed differ.
    case differentPassphrases
    /// The file of the passphrase is gone, and it was asked for.
    case noUnlockFile(path: String)
    /// Whoever was asked for a passphrase wants to set none.
    case brokenOff
    /// The file of the passphrase is not as it was written.
    case damagedUnlockFile(path: String)
    /// There is not the memory for a hash of a passphrase.
    case noHash

    var description: String {
        switch self {
        case .notADecision(let word): "“\(word)” is no decision; it is upheld or overturned."
        case .notAPublicKey(let path, let position):
            "\(path): key \(position) under signing-keys is no public key; give the whole line of a file such as "
                + "id_ed25519.pub, or take it out."
        case .noSuchItem(let item, let count): "The case has no item \(item); its items are 1 to \(count)."
        case .noRationale(let path): "\(path): is empty; a decision is recorded with its rationale."
        case .noSummary(let path): "\(path): is empty; a summary tells the employee's condition."
        case .wouldReplace(let number, let stands):
            "\(number): \(stands), so nothing was done; look with imr case show \(number), then say --replace."
        case .notADay(let text): "“\(text)” is no day; write it as 2026-02-03."
        case .notARole(let word): "“\(word)” is no role; it is coordinator, reviewer, quality or auditor."
        case .noReviewers: "No reviewer is registered; imr reviewer add FILE registers one."
        case .notEligible(let id, let reasons):
            "\(id) is not assigned: \(reasons.joined(separator: " ")) Choose another, or say --despite REASON."
        case .cannotWrite(let path, let reason): "\(path): cannot be written: \(reason)."
        case .cannotRead(let path, let reason): "\(path): cannot be read: \(reason)."
        case .noSuchSentence(let item):
            "The rationale of item \(item) does not hold this sentence; give its words as imr case show prints them."
        case .noSuchFinding(let rule, let item):
            "The check finds no error \(rule)\(item.map { " about item \($0)" } ?? " about the whole letter"); "
                + "imr check names those that there are."
        case .notDecided(let number):
            "Not every item is decided, so there is no letter yet; imr case show \(number) shows it as it stands."
        case .notSigned(let form):
            "The determination was signed without a letter as \(form), so there is none to give out; take another form."
        case .shortPassphrase(let least): "A passphrase has at least \(least) characters; nothing was changed."
        case .differentPassphrases: "The two passphrases differ; nothing was changed."
        case .noUnlockFile(let path): "\(path): is gone since the lock; imr passphrase sets a passphrase anew."
        case .brokenOff: "Broken off; nothing was changed."
        case .damagedUnlockFile(let path): "\(path): is damaged; imr passphrase sets a passphrase anew."
        case .noHash: "The passphrase cannot be compared: there is not memory enough."
        case .cannotSign(let number, let obstacles): "\(number) cannot be signed: \(obstacles.joined(separator: " "))"
        }
    }
}
