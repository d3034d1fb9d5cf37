/// The names of the files of a bundle.
package enum BundleFiles {
    /// The signed document.
    package static let document = "determination.json"
    /// Its signature.
    package static let signature = "determination.json.sig"
    /// Who may sign, as `ssh-keygen -Y verify -f` takes it.
    package static let allowedSigners = "allowed_signers"
    /// Keys that are good no more, as `ssh-keygen -Y verify -r` takes it; a bundle need not have it.
    package static let revokedKeys = "revoked_keys"

    /// The files of every bundle besides the letters.
    static let all: Set<String> = [document, signature, allowedSigners, revokedKeys]

    /// Whether a letter can have the name: letters, digits, spaces, hyphens, dots; none of the other files' names, and
    /// nothing that leads out of the folder.
    package static func isLetterName(_ name: String) -> Bool {
        guard let first = name.utf8.first, name.utf8.count <= 128, !all.contains(name) else { return false }
        let isPlain: (UInt8) -> Bool = { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"):
                true
            default: false
            }
        }
        return isPlain(first) && name.utf8.allSatisfy { isPlain($0) || "-_. ".utf8.contains($0) }
    }
}
